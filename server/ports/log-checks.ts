import type { LogCheck } from '../domain/book/log-check.ts';
import type { Username } from '../domain/ids.ts';

export interface LogSlice {
  /** A reading that ended before this does not count: another begins. */
  readonly since: Date;
  readonly at: Date;
}

export interface LogCheckReads {
  /**
   * Reads a bounded number of events on from where a server stopped in the user’s log, and recomputes their
   * hashes and the money. Holds neither the process nor a connection for long. Null without an account.
   */
  checkLog(username: Username, slice: LogSlice): Promise<LogCheck | null>;
}

/** Makes entries of REAL wait until the user’s log was read since the start. */
export interface LogGate {
  /** Waits briefly for the reading; also returns when it is not done by then. */
  ready(username: Username): Promise<void>;
  isReady(username: Username): boolean;
  /** The last event that was read; null before the first. */
  readUpTo(username: Username): number | null;
  /** The event from which on the log does not hold; null where no fault was found. */
  faultAt(username: Username): number | null;
}
