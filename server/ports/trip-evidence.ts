import type { Cause, KnownCause } from '../domain/risk/trip.ts';
import type { TripEvidence } from '../domain/risk/trip-signs.ts';
import type { CalendarDate, Username } from '../domain/ids.ts';

/** What a user’s book shows of causes, and which of them are known. */
export interface TripRecord {
  readonly evidence: TripEvidence;
  /** Those that last, and those that tripped a switch that is still up. */
  readonly causes: readonly KnownCause[];
}

/** When evidence counts: losses of `today`, sends as they stand `now`. */
export interface TripMoment {
  readonly today: CalendarDate;
  readonly now: Date;
}

export interface TripReads {
  /** Costs by what is wrong in the book, not by its age. */
  tripRecord(moment: TripMoment): Promise<TripRecord>;
  switchCauses(): Promise<readonly KnownCause[]>;
}

export interface TripReadsOfMany {
  /** Of every user with any sign or known cause, in one read; nobody else is in it. */
  tripRecords(moment: TripMoment): Promise<ReadonlyMap<Username, TripRecord>>;
}

export interface TripWrites {
  /** Replaces what is known of the same causes. */
  keepCauses(causes: readonly KnownCause[]): Promise<void>;
  forgetCauses(causes: readonly Cause[]): Promise<void>;
}
