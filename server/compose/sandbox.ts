import { OratsClient } from '../adapters/orats/orats-client.ts';
import { OratsFigures } from '../adapters/orats/orats-figures.ts';
import { OratsSnapshots } from '../adapters/orats/orats-snapshots.ts';
import type { SqlProviderUsage } from '../adapters/database/desk/sql-provider-usage.ts';
import type { UserCredentials } from '../adapters/routing/user-credentials.ts';
import type { VenueSources } from '../adapters/routing/user-sources.ts';
import type { SqlLearnedVenueRules } from '../adapters/database/desk/sql-learned-venue-rules.ts';
import { TradierAccountStream } from '../adapters/tradier/tradier-account-stream.ts';
import { TradierClients } from '../adapters/tradier/tradier-clients.ts';
import { TradierHints } from '../adapters/tradier/tradier-hints.ts';
import { TradierMarketData } from '../adapters/tradier/tradier-market-data.ts';
import { accountStreamUrl } from '../adapters/tradier/tradier-stream-schema.ts';
import type { PaperSide } from '../config/paper-config.ts';
import type { ProviderPulse } from '../ports/provider-pulse.ts';
import { cached } from './cached.ts';
import { ProviderHealth } from '../loops/provider-health.ts';
import { composeUsages } from './provider-usage.ts';
import { sandboxBrokers } from './sandbox-brokers.ts';
import { sandboxProbes } from './sandbox-probes.ts';
import type { Shared } from './shared.ts';

interface SandboxParts {
  readonly credentials: UserCredentials;
  readonly lessons: SqlLearnedVenueRules;
  readonly usage: SqlProviderUsage;
}

/** Tradier's sandbox. Positions are marked by ORATS when the user has a token for it. */
export function composeSandbox(
  config: PaperSide,
  shared: Shared,
  { credentials, lessons, usage }: SandboxParts,
) {
  const { clock, log } = shared;
  const health = {
    tradier: new ProviderHealth('Tradier sandbox', clock),
    orats: new ProviderHealth('ORATS', clock),
  };
  const clients = new TradierClients({ clock, log, pulse: health.tradier });
  const url = config.paper.tradier.url;
  const market = cached(
    (token) => new TradierMarketData(clients.of(url, token), { delayed: true, clock }),
  );
  const orats = cached(oratsBy(config, shared, { usage, pulse: health.orats }));
  const clientOf = (token: string) => clients.of(url, token);
  const brokers = sandboxBrokers({ clientOf, credentials, lessons }, shared);
  const sources = async (username: string): Promise<VenueSources | null> => {
    const access = await credentials.tradierSandbox(username);
    if (!access) return null;
    const token = await credentials.orats(username);
    return {
      market: market(access.token),
      snapshots: token ? orats(token).snapshots : null,
      figures: token ? orats(token).figures : null,
    };
  };
  const listeningOf = async (username: string) => {
    const { token, account } = (await credentials.tradierSandbox(username)) ?? {};
    if (!token || !account) return null;
    const stream = { client: clients.of(url, token), url: accountStreamUrl(url), account, log };
    return {
      key: `${token} ${account}`,
      open: (onHint: () => void) => new TradierAccountStream({ ...stream, onHint }),
    };
  };
  const hintsTo = (onHint: (username: string) => void) => new TradierHints(listeningOf, onHint);
  const probes = sandboxProbes({
    ...{ credentials, clientOf, broker: (username) => brokers.forEntries(username) },
    orats: (token) => orats(token).snapshots,
  });
  const usages = composeUsages(config, { ledger: usage, clients, credentials, clock });
  return { brokers, sources, hintsTo, usages, probes, providers: Object.values(health) };
}

/** The sources of one ORATS token, with its requests counted. */
interface OratsParts {
  readonly usage: SqlProviderUsage;
  readonly pulse: ProviderPulse;
}

function oratsBy({ orats }: PaperSide, { clock, log }: Shared, { usage, pulse }: OratsParts) {
  return (token: string) => {
    const onRequest = (month: string) => {
      usage.count('ORATS', token, month).catch((error: unknown) => {
        log.warn('A request to ORATS was not counted', { error });
      });
    };
    const observers = { onRequest, pulse };
    const client = new OratsClient({ baseUrl: orats.url, token, clock, log, ...observers });
    return {
      snapshots: new OratsSnapshots(client, { clock }),
      figures: new OratsFigures(client, clock),
    };
  };
}
