import { heldMints } from '../adapters/database/trades/held-mints.ts';
import { dexscreenerHost } from '../adapters/dexscreener/dexscreener-host.ts';
import { DexscreenerPools } from '../adapters/dexscreener/dexscreener-pools.ts';
import { sqlPriceStore } from '../adapters/database/prices/sql-price-store.ts';
import { JupiterClients } from '../adapters/jupiter/jupiter-clients.ts';
import { JupiterMarket } from '../adapters/jupiter/jupiter-market.ts';
import { PaidQuotes } from '../adapters/routing/paid-quotes.ts';
import { DEMO_TOKENS } from '../adapters/simulated/simulated-token-list.ts';
import { SimulatedTokens } from '../adapters/simulated/simulated-tokens.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import { ProviderHealth } from '../loops/provider-health.ts';
import type { TokenMarketName } from '../domain/instrument/instrument.ts';
import type { TokenMarket } from '../ports/token-market.ts';
import type { Clock } from '../ports/clock.ts';
import type { PriceDeps } from '../usecases/prices/price-deps.ts';
import { PriceDesk, TokenPrices } from '../usecases/prices/token-prices.ts';
import type { Core } from './core.ts';
import { MARKET_SEED } from './simulated.ts';
import { replayedPrices, traded, tradedMarkets, UNBOUNDED } from './traded-markets.ts';
import { tokenProbes } from './token-probes.ts';

/** Of a host's requests: the rest is for exits and entries. Exits are decided by what polls hear. */
const SHARE = { polls: 0.5, marks: 0.25 } as const;

/** Token prices of two markets: Solana's, from Jupiter and DexScreener, and the demo's, from the simulation. */
export function composePrices(
  config: SharedConfig,
  { databases: { desk, paper }, credentials, shared: { clock, timers, log } }: Core,
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
  const market = new JupiterMarket(jupiter, clock);
  const pools = new DexscreenerPools(dexscreener, clock);
  /** Prices, which all share, are asked for by the server's key; what is quoted for one user, by theirs. */
  const paid = new PaidQuotes(market, async (payer) => {
    const key = await credentials.jupiter(payer);
    return key === config.jupiter.apiKey ? null : new JupiterMarket(clients.of(key), clock);
  });
  const solana: TokenMarket = {
    prices: (mints, urgency) => market.prices(mints, urgency),
    poolsOf: (mint, urgency) => pools.poolsOf(mint, urgency),
    quote: (asked, urgency, payer) => paid.quote(asked, urgency, payer),
    factsOf: (mints) => market.factsOf(mints),
    search: (text) => market.search(text),
  };
  const pollsOf = (host: typeof jupiter) => host.allowance * SHARE.polls;
  const shared = { clock, timers, log, roundMs: config.cadence.tokenPrice * 1000 };
  const deskOf = (
    name: TokenMarketName,
    parts: Pick<PriceDeps, 'market' | 'budget' | 'starters'>,
  ) => {
    const store = sqlPriceStore(desk, name);
    return new PriceDesk({ ...shared, ...parts, store, held: () => heldMints(paper, name) });
  };
  const desks = {
    solana: deskOf('SOLANA', {
      market: solana,
      starters: [],
      budget: {
        poolsPerMinute: () => pollsOf(dexscreener),
        quotesPerMinute: () => pollsOf(jupiter),
        marksPerMinute: () => jupiter.allowance * SHARE.marks,
      },
    }),
    simulated: deskOf('SIMULATED', {
      market: new SimulatedTokens(clock, MARKET_SEED),
      starters: DEMO_TOKENS,
      budget: UNBOUNDED,
    }),
  };
  const solanaNow = traded(desks.solana);
  return {
    markets: tradedMarkets({ SOLANA: solanaNow, SIMULATED: traded(desks.simulated) }),
    replayed: (now: Clock) => replayedPrices({ ...shared, clock: now }, solanaNow),
    reader: new TokenPrices(desks.solana, desks.simulated),
    polls: [desks.solana.poll, desks.simulated.poll],
    providers: Object.values(health),
    probes: tokenProbes({
      jupiterOf: async (username) => {
        const key = await credentials.jupiter(username);
        return { host: clients.of(key), keyed: key !== null };
      },
      pools,
    }),
  };
}

export type Prices = ReturnType<typeof composePrices>;
