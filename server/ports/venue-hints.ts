import type { Username } from '../domain/ids.ts';

/** Counts since this server started. */
export interface HintTally {
  /** Streams open now. */
  readonly open: number;
  readonly connects: number;
  readonly hints: number;
  /** Messages that could not be read. */
  readonly unreadable: number;
}

/**
 * Hints from a venue that something in an account may have changed. A hint never says what; it may repeat,
 * come late or not at all, so it only brings the next sync forward.
 */
export interface VenueHints {
  /** Listens from now on for exactly these users. */
  follow(usernames: readonly Username[]): Promise<void>;
  tally(): HintTally;
  /** Resolves when no stream is open any more. */
  stop(): Promise<void>;
}
