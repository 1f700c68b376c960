import type { Decimal } from '../domain/decimal.ts';

/** What booking a split makes of a trade. Values are dollars at cost; quantities of shares, unsigned. */
export interface SplitPreview {
  readonly quantityBefore: Decimal;
  readonly quantityAfter: Decimal;
  readonly entryPriceBefore: Decimal | null;
  readonly entryPriceAfter: Decimal | null;
  readonly valueBefore: Decimal;
  readonly valueAfter: Decimal;
  readonly stopLossAfter: Decimal | null;
  readonly takeProfitAfter: Decimal | null;
  /** What all trades of the account would hold of the symbol then, and what the venue shows. Signed. */
  readonly bookQuantity: Decimal;
  readonly venueQuantity: Decimal;
}
