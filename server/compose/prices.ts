import { heldMints } from '../adapters/database/trades/held-mints.ts';
import type { JupiterClients } from '../adapters/jupiter/jupiter-clients.ts';
import { HostUsages, type Meter } from '../adapters/routing/host-usages.ts';
import { sqlPriceStore } from '../adapters/database/prices/sql-price-store.ts';
import { DEMO_TOKENS } from '../adapters/simulated/simulated-token-list.ts';
import { SimulatedTokens } from '../adapters/simulated/simulated-tokens.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import type { TokenMarketName } from '../domain/instrument/instrument.ts';
import type { Clock } from '../ports/clock.ts';
import type { PriceDeps } from '../usecases/prices/price-deps.ts';
import { PriceDesk, TokenPrices } from '../usecases/prices/token-prices.ts';
import type { Core } from './core.ts';
import { MARKET_SEED } from './simulated.ts';
import { composeSolanaSources } from './solana-sources.ts';
import { replayedPrices, traded, tradedMarkets, UNBOUNDED } from './traded-markets.ts';
import { tokenProbes } from './token-probes.ts';

/** Parts of a host's requests; the rest is for exits and entries. Exits are decided by the prices of polls. */
const SHARE = { polls: 0.5, marks: 0.25 } as const;

/** Token prices of two markets: Solana's, from Jupiter, DexScreener and Pyth, and the demo's, from the simulation. */
export function composePrices(
  config: SharedConfig,
  core: Pick<Core, 'databases' | 'credentials' | 'shared'>,
) {
  const { databases, credentials } = core;
  const { desk, paper, real } = databases;
  const { clock, timers, log } = core.shared;
  const { market, hosts, clients, pools, providers } = composeSolanaSources(config, core);
  const { jupiter, dexscreener } = hosts;
  const pollsOf = (host: typeof jupiter) => host.allowance * SHARE.polls;
  const shared = { clock, timers, log, roundMs: config.cadence.tokenPrice * 1000 };
  const deskOf = (
    name: TokenMarketName,
    parts: Pick<PriceDeps, 'market' | 'budget' | 'starters'>,
  ) => {
    const store = sqlPriceStore(desk, name);
    // Both books are priced by the same rounds.
    const held = async () => [
      ...new Set([...(await heldMints(paper, name)), ...(await heldMints(real, name))]),
    ];
    return new PriceDesk({ ...shared, ...parts, store, held });
  };
  const desks = {
    solana: deskOf('SOLANA', {
      market,
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
  const jupiterBy = (key: string | null) => jupiterMeters(clients, config.realTrading, key);
  return {
    markets: tradedMarkets({ SOLANA: solanaNow, SIMULATED: traded(desks.simulated) }),
    replayed: (now: Clock) => replayedPrices({ ...shared, clock: now }, solanaNow),
    /** Clients of Jupiter by key, whose allowance orders of swaps share. */
    jupiter: clients,
    reader: new TokenPrices(desks.solana, desks.simulated),
    polls: [desks.solana.poll, desks.simulated.poll],
    providers,
    usages: new HostUsages(
      credentials,
      {
        own: async (username) => (await credentials.ownJupiter(username)).flatMap(jupiterBy),
        servers: [
          ...jupiterBy(config.jupiter.apiKey),
          { provider: 'DEXSCREENER', counted: 'READS', host: dexscreener },
        ],
      },
      clock,
    ),
    probes: tokenProbes({
      jupiterOf: async (username) => {
        const key = await credentials.jupiter(username);
        return { host: clients.of(key), keyed: key !== null };
      },
      pools,
    }),
  };
}

/** Swaps are sent for real money alone. */
function jupiterMeters(
  clients: JupiterClients,
  sends: boolean,
  key: string | null,
): readonly Meter[] {
  const reads: Meter = { provider: 'JUPITER', counted: 'READS', host: clients.of(key) };
  const sent: Meter = { provider: 'JUPITER', counted: 'SWAPS', host: clients.sentBy(key) };
  return sends ? [reads, sent] : [reads];
}

export type Prices = ReturnType<typeof composePrices>;
