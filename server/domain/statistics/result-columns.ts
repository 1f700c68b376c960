import type { Amounts } from '../columns/amounts.ts';
import type { Names } from '../columns/names.ts';

/** The columns from which the figures of closed trades come: part of a book's, or all that a backtest has. */
export interface ResultColumns {
  readonly rows: {
    readonly size: number;
    /** Milliseconds since 1970 UTC, and a model's confidence from 0 to 1; NaN is unknown. */
    readonly numbers: Readonly<Record<'openedAt' | 'closedAt' | 'aiConfidence', Float64Array>>;
    readonly amounts: Readonly<Record<'net' | 'fees', Amounts>>;
    readonly codes: Readonly<Record<'CLOSE_REASON' | 'verdict', Int32Array>>;
  };
  readonly names: Names;
}
