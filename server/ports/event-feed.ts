import type { Alert } from '../domain/account/alert.ts';
import type { TradingMode } from '../domain/mode.ts';

/** Something of this user's book changed: read the log after your cursor to learn what. */
export interface Wake {
  readonly mode: TradingMode;
  readonly username: string;
  /** Trades with a new mark, which is no event. */
  readonly marked: readonly string[];
  readonly alerts: readonly Alert[];
}

/**
 * Tells subscribers, on this server and on others of the same database, that there is something to
 * read. A wake may come twice or without news; a missed one is made good by the next, because readers
 * go by the log and never by the wake.
 */
export interface EventFeed {
  publish(wake: Wake): void;
  /** Answers the function that ends it. */
  subscribe(mode: TradingMode, username: string, onWake: (wake: Wake) => void): () => void;
}

/** How far a user's book has come, in every way that a wake may tell of. */
export interface Pulse {
  readonly username: string;
  /** Moves with every change. */
  readonly changes: number;
  readonly lastMarkAt: number;
}

/** Answers what moved since `before`, for the wake. */
export interface PulseSource {
  readonly mode: TradingMode;
  pulses(usernames: readonly string[]): Promise<readonly Pulse[]>;
  news(before: Pulse): Promise<Pick<Wake, 'marked' | 'alerts'>>;
}
