import type { Decimal } from '../decimal.ts';

/** What one trade realised on one day of the exchange. Those of a closed trade add up to its `netPnl`. */
export interface RealisedPart {
  readonly tradeId: string;
  /** YYYY-MM-DD in New York. */
  readonly date: string;
  /** The last moment of that day at which it realised something. */
  readonly lastAt: Date;
  /** Dollars, before fees. */
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
  /** Sign of the trade's `netPnl` where it ended on this day; null where it did not. */
  readonly ended: -1 | 0 | 1 | null;
}
