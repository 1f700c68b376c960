/** Counted since the start of this server. */
export interface HintTally {
  /** Streams that are open now. */
  readonly open: number;
  readonly connects: number;
  readonly hints: number;
  /** Messages that nobody understands. */
  readonly unreadable: number;
}

/**
 * A venue's word that something of an account may have changed. Never what: it may come twice, late or
 * not at all, so it only brings the next look forward.
 */
export interface VenueHints {
  /** Listens from now on for these users, and for no others. */
  follow(usernames: readonly string[]): Promise<void>;
  tally(): HintTally;
  /** Resolves when nothing is open any more. */
  stop(): Promise<void>;
}
