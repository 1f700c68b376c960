import type { Decimal } from '../decimal.ts';

/** Whose figures the book keeps: the venue's, or its own. */
export type CorrectionTake = 'VENUE' | 'OURS';

/** What the venue now lists for an order's fills, which were booked differently. */
export interface FillCorrection {
  /** Dollars per share or unit, the average of all fills; null when the venue lists none. */
  readonly averagePrice: Decimal | null;
  readonly filledQuantity: Decimal;
  /** The booked average at the time when the venue reported another. */
  readonly bookedPrice: Decimal;
  readonly toldAt: Date;
  /** A person's decision; null while the correction waits for one. */
  readonly take: CorrectionTake | null;
  readonly note: string | null;
  readonly settledAt: Date | null;
  /** `user:NAME`. */
  readonly settledBy: string | null;
}
