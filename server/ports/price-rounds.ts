import type { Mint, Username } from '../domain/ids.ts';
import type { PriceRound } from '../domain/price/observation.ts';
import type { Candle, CandleRange } from '../domain/market/candle.ts';

export interface WatchedMint {
  readonly mint: Mint;
  /** When somebody last asked for its price. */
  readonly askedAt: Date;
}

/**
 * Watched mints and what the sources said of them, in the desk's database, shared by all users and servers.
 * Rounds are kept for two days; minute bars, from the prices that were believed, stay.
 */
export interface PriceRounds {
  /**
   * Watches a mint from now on, for this user too; a further call notes that it is still asked for. False when
   * the user watches as many as one may.
   */
  watch(username: Username, mint: Mint, at: Date): Promise<boolean>;
  /** Mints that somebody asked for since an instant, by mint. */
  watched(since: Date): Promise<readonly WatchedMint[]>;
  /** Drops what nobody asked for since an instant. */
  lapse(before: Date): Promise<void>;
  /** Stores a round's rows; a row that another server has stored stays as it is. */
  record(rounds: readonly PriceRound[]): Promise<void>;
  /** The last rounds of each mint, at most `limit` of each, oldest first. */
  latest(mints: readonly Mint[], limit: number): Promise<ReadonlyMap<Mint, readonly PriceRound[]>>;
  /** The rounds of one mint within a span, oldest first. */
  between(mint: Mint, from: Date, to: Date): Promise<readonly PriceRound[]>;
  /** The highest block that any price was computed at; null before the first. */
  highestBlock(): Promise<number | null>;
  /** Deletes rounds from before an instant. */
  prune(before: Date): Promise<void>;
  candles(range: CandleRange): Promise<readonly Candle[]>;
}
