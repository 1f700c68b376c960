import type { Decimal } from '../decimal.ts';

/** So many new shares for so many old ones: 10 and 1 of a split, 1 and 10 of a reverse one. Whole, above 0. */
export interface SplitRatio {
  readonly newShares: Decimal;
  readonly oldShares: Decimal;
}
