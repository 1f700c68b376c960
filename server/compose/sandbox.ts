import { OratsClient } from '../adapters/orats/orats-client.ts';
import { OratsSnapshots } from '../adapters/orats/orats-snapshots.ts';
import { StoredProviderProbe } from '../adapters/routing/stored-provider-probe.ts';
import type { UserCredentials } from '../adapters/routing/user-credentials.ts';
import type { VenueSources } from '../adapters/routing/user-sources.ts';
import { TradierBroker } from '../adapters/tradier/tradier-broker.ts';
import { TradierClients } from '../adapters/tradier/tradier-clients.ts';
import { TradierMarketData } from '../adapters/tradier/tradier-market-data.ts';
import type { Config } from '../config.ts';
import { cached } from './cached.ts';
import type { Shared } from './shared.ts';

/** Tradier's sandbox, its positions marked by ORATS where the user has a token for it. */
export function composeSandbox(config: Config, shared: Shared, credentials: UserCredentials) {
  const { clock, log } = shared;
  const clients = new TradierClients({ clock, log });
  const url = config.tradier.sandboxUrl;
  const market = cached(
    (token) => new TradierMarketData(clients.of(url, token), { delayed: true, clock }),
  );
  const orats = cached((token) => {
    const client = new OratsClient({ baseUrl: config.orats.url, token, clock, log });
    return new OratsSnapshots(client, { clock });
  });
  const broker = async (username: string): Promise<TradierBroker | null> => {
    const { token, account } = (await credentials.tradierSandbox(username)) ?? {};
    if (!token || !account) return null;
    const options = { account, venue: 'TRADIER_SANDBOX', clock } as const;
    return new TradierBroker(clients.of(url, token), options);
  };
  const sources = async (username: string): Promise<VenueSources | null> => {
    const access = await credentials.tradierSandbox(username);
    if (!access) return null;
    const token = await credentials.orats(username);
    return { market: market(access.token), snapshots: token ? orats(token) : null };
  };
  const probes = {
    TRADIER_SANDBOX: async (username: string) => {
      const found = await broker(username);
      if (!found) return null;
      await found.balances();
      return { message: `Reached; account ${found.account} answers.`, delayed: true };
    },
    ORATS: async (username: string) => {
      const token = await credentials.orats(username);
      if (!token) return null;
      const quote = (await orats(token).quotes(['SPY'])).get('SPY');
      const message = quote ? 'Reached; SPY is quoted.' : 'Reached; it has no quote for SPY now.';
      return { message, delayed: quote?.delayed ?? true };
    },
  };
  return { broker, sources, probe: new StoredProviderProbe(probes, clock) };
}
