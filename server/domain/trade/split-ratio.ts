import type { Decimal } from '../decimal.ts';

/** New shares for old shares: 10 and 1 in a split, 1 and 10 in a reverse split. Whole, above 0. */
export interface SplitRatio {
  readonly newShares: Decimal;
  readonly oldShares: Decimal;
}
