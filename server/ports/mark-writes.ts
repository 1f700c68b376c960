import type { BookendKind } from '../domain/market/bookends.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { Mark, SnapshotKind } from '../domain/market/mark.ts';

/** A mark to keep: it raises no version and is no event. */
export interface MarkWrite {
  readonly username: string;
  readonly tradeId: string;
  /** Null: the mark is shown, not kept for history. */
  readonly snapshotId: string | null;
  readonly kind: SnapshotKind;
  readonly takenAt: Date;
  readonly mark: Mark;
  readonly maxFavorableExcursion: Decimal | null;
  readonly maxAdverseExcursion: Decimal | null;
  readonly excursionsComplete: boolean;
}

/** The best that the exit side has offered a trade whose stop trails: like a mark, no event. */
export interface BestWrite {
  readonly username: string;
  readonly tradeId: string;
  readonly best: Decimal;
}

/** A count for the completeness ledger of one user and exchange date. */
export interface CompletenessEntry {
  readonly username: string;
  readonly date: string;
  /** Where it counts several ticks in one: the first of them. */
  readonly from?: Date;
  readonly at: Date;
  readonly expected: number;
  readonly taken: number;
  /** Why `expected - taken` were missed; null where none was. */
  readonly cause: string | null;
}

/** What the desk does at a cadence and must not miss unseen. */
export type WatchedJob = 'take-snapshots' | 'bookends';

export interface TickPassed {
  /** The last one as it was read; null where there was none. */
  readonly from: Date | null;
  readonly to: Date;
  /** What was missed in between. */
  readonly missed: readonly CompletenessEntry[];
}

/** How a trade's bookend of an exchange date stands. */
export interface BookendRecord {
  readonly tradeId: string;
  readonly kind: BookendKind;
  readonly date: string;
  /** Null: it was taken. Else why it was not, so far. */
  readonly cause: string | null;
}

export interface BookendWrite extends BookendRecord {
  readonly username: string;
  readonly due: Date;
  readonly at: Date;
  /** Null where it was not taken. */
  readonly snapshot: { readonly id: string; readonly mark: Mark } | null;
}
