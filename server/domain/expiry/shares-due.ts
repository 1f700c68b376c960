import { Decimal, sum, ZERO } from '../decimal.ts';
import type { OptionContract } from '../instrument/instrument.ts';
import { isAdjusted, isCashSettled } from '../instrument/option-product.ts';
import { type Trade } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';

/**
 * Shares that exercise or assignment of the whole position would move, signed: positive for shares that come
 * in. Zero when the product pays cash, and for adjusted contracts, whose deliverable the desk does not know.
 */
export function sharesDue(
  { openQuantity, side }: Pick<Trade, 'openQuantity' | 'side'>,
  contract: OptionContract,
): Decimal {
  if (isCashSettled(contract) || isAdjusted(contract)) return ZERO;
  const direction = directionOf(side) * (contract.right === 'CALL' ? 1 : -1);
  return openQuantity.times(contract.multiplier).times(direction);
}

/**
 * How many of the shares that a venue moved for a symbol belong to a trade with `due` shares, after the
 * trades already `served`.
 */
export function sharesOf(due: Decimal, moved: Decimal, served: readonly Trade[]): Decimal {
  const left = moved.minus(sum(served.map(({ settlement }) => settlement?.shares ?? ZERO)));
  if (left.times(due).lessThanOrEqualTo(0)) return ZERO;
  return Decimal.min(left.abs(), due.abs()).times(due.isNegative() ? -1 : 1);
}

/** A long holder exercises, a short one is assigned. */
export function deliveryWord(side: Trade['side']): 'exercise' | 'assignment' {
  return directionOf(side) === 1 ? 'exercise' : 'assignment';
}
