import type { Mint } from '../domain/ids.ts';
import type { Candle, CandleRange } from '../domain/market/candle.ts';
import type { JudgedPrice } from '../domain/price/judged-price.ts';
import type { RefusedSpell } from '../domain/price/refused-lately.ts';
import type { StagedPool } from '../domain/price/pool-stages.ts';
import type { TokenFacts } from './token-market.ts';
import type { PriceMinute } from './price-rounds.ts';
import type { Actor } from './trading-system.ts';

export interface FoundToken {
  readonly mint: Mint;
  /** Null until the directory has returned them, and where it does not know the token. */
  readonly facts: TokenFacts | null;
  /** Reasons against entering the token at any price, in words; some hold only for REAL money. */
  readonly warnings: readonly string[];
}

/** A token that the caller watches. */
export interface WatchedToken extends FoundToken {
  readonly price: JudgedPrice;
}

/** A source that did not count in the price of a token that the caller watches. */
export interface RefusedPrice extends RefusedSpell {
  readonly mint: Mint;
  /** Null where the directory has returned none. */
  readonly ticker: string | null;
}

export interface PriceSpan {
  readonly from: Date;
  readonly to: Date;
}

/** A token's pools at an instant, those that count and those that do not. */
export interface PoolsNow {
  /** When DexScreener's answer came. */
  readonly receivedAt: Date;
  readonly pools: readonly StagedPool[];
}

/** Token prices as the caller may act on them: a demo user's are simulated, every other user's are not. */
export interface PriceReader {
  /**
   * Watches the token from now on. The first look at it waits for a whole round, five seconds at most; after
   * that only stored rows are read.
   * @throws {Refusal} BAD_USER_INPUT for `token`: no mint, or one more than a user may watch.
   */
  priceInfo(actor: Actor, token: string): Promise<JudgedPrice>;
  /**
   * Tokens that match a ticker, a name or a mint, best first and look-alikes among them.
   * @throws {Refusal} BAD_USER_INPUT for `text`; VENUE_UNAVAILABLE when the directory does not answer.
   */
  searchTokens(actor: Actor, text: string): Promise<readonly FoundToken[]>;
  /** The tokens that the caller asked for within a day; a demo user without any gets some to begin with. */
  watchedTokens(actor: Actor): Promise<readonly WatchedToken[]>;
  /** Which sources did not count in the last rounds of these tokens, and why; the newest first, 50 at most. */
  refusedPrices(actor: Actor): Promise<readonly RefusedPrice[]>;
  /**
   * The pools of a token that the caller watches, one by one.
   * @throws {Refusal} BAD_USER_INPUT for `token`.
   */
  tokenPools(actor: Actor, token: string): Promise<PoolsNow>;
  /**
   * At most some hundred minutes of a token, oldest first, evenly spread; it watches nothing.
   * @throws {Refusal} BAD_USER_INPUT for `token` or `to`.
   */
  priceHistory(actor: Actor, token: string, span: PriceSpan): Promise<readonly PriceMinute[]>;
  /** Candles of believed prices, without volume; a minute without a believed price has no candle. */
  candles(actor: Actor, range: CandleRange): Promise<readonly Candle[]>;
}
