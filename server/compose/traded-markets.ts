import { TokenMarketData } from '../adapters/routing/token-market-data.ts';
import { RememberedPrices } from '../adapters/simulated/remembered-prices.ts';
import { DEMO_TOKENS } from '../adapters/simulated/simulated-token-list.ts';
import { SimulatedTokens } from '../adapters/simulated/simulated-tokens.ts';
import type { TokenMarketName } from '../domain/instrument/instrument.ts';
import type { TokenMarkets } from '../ports/token-trading.ts';
import type { PriceDeps } from '../usecases/prices/price-deps.ts';
import { PriceDesk } from '../usecases/prices/token-prices.ts';
import { MARKET_SEED } from './simulated.ts';

/** The simulation answers at once, whatever it is asked. */
export const UNBOUNDED = {
  ...{ poolsPerMinute: () => 6_000, quotesPerMinute: () => 6_000 },
  marksPerMinute: () => Infinity,
};

/** What trades need of one market: how a token is traded, and what holdings are marked by. */
interface TradedMarket {
  readonly tokens: PriceDesk['trade'];
  readonly source: TokenMarketData;
}

export interface TradedMarkets {
  readonly tokens: TokenMarkets;
  readonly sourceOf: (market: TokenMarketName) => TokenMarketData;
}

export interface ReplayedPrices {
  readonly markets: TradedMarkets;
  readonly roundMs: number;
  /** Looks at the demo's tokens once, at the instant of the replay's clock. */
  readonly look: () => Promise<void>;
}

export function traded({ trade, sales }: PriceDesk): TradedMarket {
  return { tokens: trade, source: new TokenMarketData(trade, sales) };
}

export function tradedMarkets(of: Readonly<Record<TokenMarketName, TradedMarket>>): TradedMarkets {
  return {
    tokens: {
      of: (market, username) => {
        const { tokens } = of[market];
        return username === undefined ? tokens : tokens.paidBy(username);
      },
    },
    sourceOf: (market) => of[market].source,
  };
}

/** The simulated market at the instants of a replay, with prices of its own. */
export function replayedPrices(
  at: Pick<PriceDeps, 'clock' | 'timers' | 'log' | 'roundMs'>,
  solana: TradedMarket,
): ReplayedPrices {
  const replay = new PriceDesk({
    ...{ ...at, budget: UNBOUNDED, held: async () => [] },
    market: new SimulatedTokens(at.clock, MARKET_SEED),
    ...{ starters: DEMO_TOKENS, store: new RememberedPrices(DEMO_TOKENS) },
  });
  return {
    markets: tradedMarkets({ SOLANA: solana, SIMULATED: traded(replay) }),
    roundMs: at.roundMs,
    look: () => replay.poll.execute(),
  };
}
