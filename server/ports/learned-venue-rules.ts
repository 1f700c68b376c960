import type { VenueName } from '../domain/venue.ts';

/** What an account's venue has refused although its documentation allows it. */
export type VenueRule = 'NO_MIXED_DURATIONS' | 'NO_STANDING_EXITS';

/** Remembers for each account what its venue refused, so that the desk does not send it again. */
export interface LearnedVenueRules {
  of(venue: VenueName, account: string): Promise<ReadonlySet<VenueRule>>;
  /** Learning the same rule again changes nothing. `words` are the venue's. */
  learn(learned: {
    readonly venue: VenueName;
    readonly account: string;
    readonly lesson: VenueRule;
    readonly words: string;
    readonly at: Date;
  }): Promise<void>;
}
