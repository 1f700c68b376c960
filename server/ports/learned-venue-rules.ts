import type { VenueName } from '../domain/venue.ts';

/** What an account's venue has shown that it does not take, though its documents leave it open. */
export type VenueRule = 'NO_MIXED_DURATIONS' | 'NO_STANDING_EXITS';

/** Remembers for each account what its venue refused, so that it is not asked for again. */
export interface LearnedVenueRules {
  of(venue: VenueName, account: string): Promise<ReadonlySet<VenueRule>>;
  /** Learning the same again changes nothing. `words`: the venue's. */
  learn(learned: {
    readonly venue: VenueName;
    readonly account: string;
    readonly lesson: VenueRule;
    readonly words: string;
    readonly at: Date;
  }): Promise<void>;
}
