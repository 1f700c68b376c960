import type { Cause, KnownCause } from '../domain/risk/trip.ts';
import type { TripEvidence } from '../domain/risk/trip-signs.ts';
import type { CalendarDate, Username } from '../domain/ids.ts';

/** What a user’s book shows of causes that trip its switch, and which of them are known. */
export interface TripRecord {
  readonly evidence: TripEvidence;
  /** Causes that last, and causes that tripped a switch that is still up. */
  readonly causes: readonly KnownCause[];
}

/** When evidence counts: losses of `today`, sends as they are `now`. */
export interface TripMoment {
  readonly today: CalendarDate;
  readonly now: Date;
}

export interface TripReads {
  /** Its cost grows with what is wrong in the book, not with the book's age. */
  tripRecord(moment: TripMoment): Promise<TripRecord>;
  switchCauses(): Promise<readonly KnownCause[]>;
}

export interface TripReadsOfMany {
  /** The records of all users with any sign or known cause, in one read; other users are absent. */
  tripRecords(moment: TripMoment): Promise<ReadonlyMap<Username, TripRecord>>;
}

export interface TripWrites {
  /** Replaces what is known of the same causes. */
  keepCauses(causes: readonly KnownCause[]): Promise<void>;
  forgetCauses(causes: readonly Cause[]): Promise<void>;
}
