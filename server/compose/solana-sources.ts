import { dexscreenerHost } from '../adapters/dexscreener/dexscreener-host.ts';
import { DexscreenerPools } from '../adapters/dexscreener/dexscreener-pools.ts';
import { JupiterClients } from '../adapters/jupiter/jupiter-clients.ts';
import { JupiterMarket } from '../adapters/jupiter/jupiter-market.ts';
import { PaidQuotes } from '../adapters/routing/paid-quotes.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import { ProviderHealth } from '../loops/provider-health.ts';
import type { TokenMarket } from '../ports/token-market.ts';
import type { Core } from './core.ts';
import { composeOracle } from './oracle.ts';

/** The sources of prices of Solana's tokens: Jupiter, DexScreener and Pyth. */
export function composeSolanaSources(
  config: SharedConfig,
  { credentials, shared: { clock, log } }: Pick<Core, 'credentials' | 'shared'>,
) {
  const health = {
    jupiter: new ProviderHealth('Jupiter', clock),
    dexscreener: new ProviderHealth('DexScreener', clock),
  };
  const clients = new JupiterClients({
    ...{ baseUrl: config.jupiter.url, clock, log, pulse: health.jupiter },
  });
  const jupiter = clients.of(config.jupiter.apiKey);
  const dexscreener = dexscreenerHost({
    ...{ baseUrl: config.dexscreenerUrl, clock, log, pulse: health.dexscreener },
  });
  const pyth = composeOracle(config, { clock, log });
  const index = new JupiterMarket(jupiter, clock);
  const pools = new DexscreenerPools(dexscreener, clock);
  /** Prices, which all users share, are asked for by the server's key; quotes for one user, by that user's. */
  const paid = new PaidQuotes(index, async (payer) => {
    const key = await credentials.jupiter(payer);
    return key === config.jupiter.apiKey ? null : new JupiterMarket(clients.of(key), clock);
  });
  const market: TokenMarket = {
    prices: (mints, urgency) => index.prices(mints, urgency),
    poolsOf: (mint, urgency) => pools.poolsOf(mint, urgency),
    quote: (asked, urgency, payer) => paid.quote(asked, urgency, payer),
    oraclePrices: (mints, urgency) => pyth.oracle.oraclePrices(mints, urgency),
    factsOf: (mints) => index.factsOf(mints),
    search: (text) => index.search(text),
  };
  return {
    ...{ market, clients, pools },
    hosts: { jupiter, dexscreener, pyth: pyth.host },
    providers: [...Object.values(health), ...pyth.providers],
  };
}
