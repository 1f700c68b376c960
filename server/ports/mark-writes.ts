import type { CalendarDate, TradeId, Username } from '../domain/ids.ts';
import type { BookendKind } from '../domain/market/bookends.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { Mark, SnapshotKind } from '../domain/market/mark.ts';

/** A mark to store. It raises no version and is no event. */
export interface MarkWrite {
  readonly username: Username;
  readonly tradeId: TradeId;
  /** Null: the mark is shown but not kept as a snapshot. */
  readonly snapshotId: string | null;
  readonly kind: SnapshotKind;
  readonly takenAt: Date;
  readonly mark: Mark;
  readonly maxFavorableExcursion: Decimal | null;
  readonly maxAdverseExcursion: Decimal | null;
  readonly excursionsComplete: boolean;
}

/** The best exit-side price so far of a trade with a trailing stop. Like a mark, it is no event. */
export interface BestWrite {
  readonly username: Username;
  readonly tradeId: TradeId;
  readonly best: Decimal;
}

/** One count in the completeness ledger of a user and exchange date. */
export interface CompletenessEntry {
  readonly username: Username;
  readonly date: CalendarDate;
  /** The first tick, when the entry counts several. */
  readonly from?: Date;
  readonly at: Date;
  readonly expected: number;
  readonly taken: number;
  /** Why `expected - taken` ticks were missed; null when none were. */
  readonly cause: string | null;
}

/** A job with a fixed cadence, whose missed ticks are counted. */
export type WatchedJob = 'take-snapshots' | 'bookends';

export interface TickPassed {
  /** The last tick as it was read; null when there was none. */
  readonly from: Date | null;
  readonly to: Date;
  /** What was missed between `from` and `to`. */
  readonly missed: readonly CompletenessEntry[];
}

/** The state of a trade's bookend of an exchange date. */
export interface BookendRecord {
  readonly tradeId: TradeId;
  readonly kind: BookendKind;
  readonly date: CalendarDate;
  /** Null: it was taken. Otherwise why it has not been taken so far. */
  readonly cause: string | null;
}

export interface BookendWrite extends BookendRecord {
  readonly username: Username;
  readonly due: Date;
  readonly at: Date;
  /** Null when it was not taken. */
  readonly snapshot: { readonly id: string; readonly mark: Mark } | null;
}
