import type { TradeId, Username } from '../domain/ids.ts';
import type { Alert } from '../domain/account/alert.ts';
import type { TradingMode } from '../domain/mode.ts';

/** This user's book changed. Read the log after your cursor to see what. */
export interface Wake {
  readonly mode: TradingMode;
  readonly username: Username;
  /**
   * Trades with a new mark. A mark is not an event: a wake that names some is about marks alone, and a
   * change of the log has a wake of its own.
   */
  readonly marked: readonly string[];
  readonly alerts: readonly Alert[];
}

/**
 * Wakes subscribers, on this server and on others with the same database, when there is something to read. A
 * wake may repeat or bring no news. The next wake makes up for a missed one, because readers follow the log,
 * never the wake.
 */
export interface EventFeed {
  publish(wake: Wake): void;
  /** Returns the function that unsubscribes. */
  subscribe(mode: TradingMode, username: Username, onWake: (wake: Wake) => void): () => void;
  /** Given by a feed that looks for what other processes wrote. */
  readonly own?: OwnNews;
}

/**
 * Receives the number of each transaction of this process, once it is committed and before its wake: this
 * process has announced it already and need not look for it.
 */
export interface OwnNews {
  changed(mode: TradingMode, username: Username, change: number): void;
  marked(mode: TradingMode, turn: number): void;
}

/** How far a user's book has moved, in every respect that a wake covers. Both numbers only increase. */
export interface Pulse {
  readonly username: Username;
  readonly changes: number;
  /** The last turn in which one of its trades was marked. */
  readonly markTurn: number;
}

/** New alerts and marks, each with the number of the transaction that wrote it. */
export interface News {
  readonly alerts: readonly { readonly change: number; readonly alert: Alert }[];
  readonly marked: readonly { readonly turn: number; readonly id: TradeId }[];
}

/** Finds what was written since `before`. */
export interface PulseSource {
  readonly mode: TradingMode;
  pulses(usernames: readonly Username[]): Promise<readonly Pulse[]>;
  news(before: Pulse): Promise<News>;
}
