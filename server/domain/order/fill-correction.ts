import type { Decimal } from '../decimal.ts';

/** Whose figures the book goes on with. */
export type CorrectionTake = 'VENUE' | 'OURS';

/** What a venue lists of an order's fills after they were booked otherwise. */
export interface FillCorrection {
  /** Dollars per share or unit, average of all fills; null where the venue lists none. */
  readonly averagePrice: Decimal | null;
  readonly filledQuantity: Decimal;
  /** The average that stood in the book when the venue told another. */
  readonly bookedPrice: Decimal;
  readonly toldAt: Date;
  /** What a person decided; null while it waits. */
  readonly take: CorrectionTake | null;
  readonly note: string | null;
  readonly settledAt: Date | null;
  /** `user:NAME`. */
  readonly settledBy: string | null;
}
