import { dec, ZERO, type Decimal } from '../decimal.ts';
import type { AssetClass } from '../instrument/instrument.ts';

/** The schedule has a name because a trade's fees must stay explained after the schedule changes. */
export const FEE_SCHEDULE_VERSION = 'RETAIL v1';

/**
 * Dollars per unit and side. Options cost what Tradier's basic plan charges, 0.35 a contract, which is also
 * the estimate for its accounts; shares are free. A token's network fee comes with its swap.
 */
const PER_UNIT: Record<AssetClass, Decimal> = { OPTION: dec('0.35'), EQUITY: ZERO, TOKEN: ZERO };

/** Dollars for one side of `quantity` contracts, shares or tokens. */
export function feeFor(assetClass: AssetClass, quantity: Decimal): Decimal {
  return PER_UNIT[assetClass].times(quantity);
}
