import type { Decimal } from '../decimal.ts';

/** Whose figures the book keeps. */
export type CorrectionTake = 'VENUE' | 'OURS';

/** What the venue lists for an order's fills after they were booked differently. */
export interface FillCorrection {
  /** Dollars per share or unit, the average of all fills; null when the venue lists none. */
  readonly averagePrice: Decimal | null;
  readonly filledQuantity: Decimal;
  /** The booked average when the venue reported another. */
  readonly bookedPrice: Decimal;
  readonly toldAt: Date;
  /** A person's decision; null while the correction waits for one. */
  readonly take: CorrectionTake | null;
  readonly note: string | null;
  readonly settledAt: Date | null;
  /** `user:NAME`. */
  readonly settledBy: string | null;
}
