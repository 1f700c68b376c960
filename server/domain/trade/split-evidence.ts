import { dec, Decimal } from '../decimal.ts';
import { isSameSymbol } from '../instrument/share-class.ts';
import { waitingAdjustment } from '../order/waiting-adjustment.ts';
import type { Order } from '../order/order.ts';
import type { SplitRatio } from './split-ratio.ts';
import type { TradeAggregate } from './trade.ts';

/** The largest number in a split: splits use small whole numbers, such as 10 for 1, 3 for 2, 1 for 50. */
const MOST_TERM = 100;
/** Share by which a ratio may be off: adjusted prices are rounded to a tick. */
const TOLERANCE = dec('0.005');

/**
 * The split that the venue's changes suggest: the position grew by a ratio and exit prices shrank by the same
 * ratio. Fractions of a share are paid out, so the position may fall short by less than one. Null when nothing
 * suggests a split. `ours` and `theirs` are signed.
 */
export function splitEvidence(
  symbol: string,
  [ours, theirs]: readonly [Decimal, Decimal],
  trades: readonly TradeAggregate[],
): SplitRatio | null {
  const orders = trades
    .filter(({ trade }) => isSameSymbol(trade.instrument.symbol, symbol))
    .flatMap((aggregate) => aggregate.orders);
  const ratios = orders.flatMap((order) => priceRatio(order) ?? []);
  const [first] = ratios;
  const split = first && plainRatio(first);
  if (!split || ours.isZero() || theirs.times(ours).lessThanOrEqualTo(0)) return null;
  const product = ours.abs().times(split.newShares).div(split.oldShares);
  const short = product.minus(theirs.abs());
  const fits = short.greaterThanOrEqualTo(0) && short.lessThan(1);
  return fits && ratios.every((ratio) => isNear(ratio, first)) ? split : null;
}

/** The ratio of two signed positions, in lowest terms; null unless both are whole and on the same side. */
export function positionRatio(ours: Decimal, theirs: Decimal): SplitRatio | null {
  const whole = ours.isInteger() && theirs.isInteger();
  if (!whole || ours.times(theirs).lessThanOrEqualTo(0) || ours.equals(theirs)) return null;
  const common = greatestCommon(ours.abs(), theirs.abs());
  const [newShares, oldShares] = [theirs.abs().div(common), ours.abs().div(common)];
  const plain = newShares.lessThanOrEqualTo(MOST_TERM) && oldShares.lessThanOrEqualTo(MOST_TERM);
  return plain ? { newShares, oldShares } : null;
}

/** The factor by which the venue divided an exit's prices; null when it changed none, or not all equally. */
export function priceRatio(order: Order): Decimal | null {
  const now = waitingAdjustment(order);
  if (!now) return null;
  const pairs = [
    [order.stopPrice, now.stopPrice],
    [order.limitPrice, now.limitPrice],
  ] as const;
  const ratios = pairs.flatMap(([was, is]) => (was && is?.greaterThan(0) ? [was.div(is)] : []));
  const [first] = ratios;
  if (!first || isNear(first, dec(1))) return null;
  return ratios.every((ratio) => isNear(ratio, first)) ? first : null;
}

function isNear(one: Decimal, other: Decimal): boolean {
  return one.div(other).minus(1).abs().lessThanOrEqualTo(TOLERANCE);
}

/** The fraction with the smallest denominator near a ratio; null when no term up to `MOST_TERM` fits. */
function plainRatio(ratio: Decimal): SplitRatio | null {
  for (let term = 1; term <= MOST_TERM; term += 1) {
    const oldShares = dec(term);
    const newShares = ratio.times(oldShares).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
    const plain = newShares.greaterThan(0) && newShares.lessThanOrEqualTo(MOST_TERM);
    if (plain && isNear(newShares.div(oldShares), ratio)) return { newShares, oldShares };
  }
  return null;
}

function greatestCommon(a: Decimal, b: Decimal): Decimal {
  return b.isZero() ? a : greatestCommon(b, a.mod(b));
}
