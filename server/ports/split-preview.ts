import type { Decimal } from '../domain/decimal.ts';

/** A trade after a split is booked. Values are dollars at cost, quantities are shares, unsigned. */
export interface SplitPreview {
  readonly quantityBefore: Decimal;
  readonly quantityAfter: Decimal;
  readonly entryPriceBefore: Decimal | null;
  readonly entryPriceAfter: Decimal | null;
  readonly valueBefore: Decimal;
  readonly valueAfter: Decimal;
  readonly stopLossAfter: Decimal | null;
  readonly takeProfitAfter: Decimal | null;
  /** Signed holdings of the symbol after the split: the sum of the account's trades, and what the venue shows. */
  readonly bookQuantity: Decimal;
  readonly venueQuantity: Decimal;
}
