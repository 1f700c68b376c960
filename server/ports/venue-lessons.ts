import type { VenueName } from '../domain/mode.ts';

/** What an account's venue has shown that it does not take, though its documents leave it open. */
export type VenueLesson = 'NO_MIXED_DURATIONS' | 'NO_STANDING_EXITS';

/** Remembers for each account what its venue refused, so that it is not asked for again. */
export interface VenueLessons {
  of(venue: VenueName, account: string): Promise<ReadonlySet<VenueLesson>>;
  /** Learning the same again changes nothing. `words`: the venue's. */
  learn(learned: {
    readonly venue: VenueName;
    readonly account: string;
    readonly lesson: VenueLesson;
    readonly words: string;
    readonly at: Date;
  }): Promise<void>;
}
