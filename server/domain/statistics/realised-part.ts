import type { TradeId } from '../ids.ts';
import type { Decimal } from '../decimal.ts';

/** The amount that one trade realised on one exchange day. The parts of a closed trade add up to its `netPnl`. */
export interface RealisedPart {
  readonly tradeId: TradeId;
  /** YYYY-MM-DD in New York. */
  readonly date: string;
  /** The last time on that day at which it realised something. */
  readonly lastAt: Date;
  /** Dollars, before fees. */
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
  /** Sign of the trade's `netPnl` when it ended on this day; otherwise null. */
  readonly ended: -1 | 0 | 1 | null;
}
