import type { Mint } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { PriceStore } from '../../ports/price-rounds.ts';
import type { Timers } from '../../ports/timers.ts';
import type { TokenMarket } from '../../ports/token-market.ts';

/** What polls and marks may ask of the sources in a minute, as far as it is known now. */
export interface PriceBudget {
  poolsPerMinute(): number;
  quotesPerMinute(): number;
  /** Quotes of what is held. */
  marksPerMinute(): number;
}

/** One market of tokens: what its prices are asked from, and where they are kept. */
export interface PriceDeps {
  readonly market: TokenMarket;
  readonly store: PriceStore;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** `TOKEN_PRICE_SECONDS` in milliseconds. */
  readonly roundMs: number;
  readonly budget: PriceBudget;
  /** The tokens that a user who watches nothing is shown; empty where users choose for themselves. */
  readonly starters: readonly Mint[];
  /** Mints that any trade holds: they are watched whether a user asks or not, and quoted first. */
  readonly held: () => Promise<readonly Mint[]>;
}
