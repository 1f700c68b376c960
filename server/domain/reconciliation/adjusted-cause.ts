import { dec } from '../decimal.ts';
import type { ExitTerms } from '../order/exit-adjustment.ts';
import type { Order } from '../order/order.ts';
import { describePrices, describeTerms, waitingAdjustment } from '../order/waiting-adjustment.ts';
import type { DoubtCause } from '../trade/doubt.ts';
import { describeOrder } from '../order/describe-order.ts';
import { priceRatio } from '../trade/split-evidence.ts';

/** The largest fraction by which an ordinary dividend lowers a price. */
const LITTLE = dec('0.1');

/** What most likely made the venue change exits, judged by their terms alone; null when it changed none. */
export function adjustedCause(orders: readonly Order[]): DoubtCause | null {
  const adjusted = orders.filter((order) => waitingAdjustment(order) !== null);
  if (adjusted.length === 0) return null;
  if (adjusted.every(isSplit)) return 'SPLIT';
  return adjusted.every(isLowered) ? 'DIVIDEND' : 'SOMEBODY';
}

/** Whether size and price changed by reciprocal ratios. */
function isSplit(order: Order): boolean {
  const now = waitingAdjustment(order);
  const divided = priceRatio(order);
  if (!now || !divided || now.quantity.equals(order.quantity)) return false;
  const grown = now.quantity.div(order.quantity);
  return grown.div(divided).minus(1).abs().lessThanOrEqualTo('0.01');
}

/** Whether the size is the same, and each changed price is slightly lower. */
function isLowered(order: Order): boolean {
  const now = waitingAdjustment(order);
  if (!now?.quantity.equals(order.quantity)) return false;
  const pairs = [
    [order.stopPrice, now.stopPrice],
    [order.limitPrice, now.limitPrice],
  ] as const;
  return pairs.every(([was, is]) => {
    if (!was || !is) return true;
    return is.lessThanOrEqualTo(was) && is.greaterThanOrEqualTo(was.times(dec(1).minus(LITTLE)));
  });
}

/** `from 1 to 0.5`; with the sizes when they changed. */
function describeMoved(was: ExitTerms, now: ExitTerms): string {
  const sized = !was.quantity.equals(now.quantity);
  const of = (terms: ExitTerms) => (sized ? describeTerms(terms) : describePrices(terms));
  return `from ${of(was)} to ${of(now)}`;
}

const LIKELY: Partial<Record<DoubtCause, string>> = {
  SPLIT: 'a split is likely, whose shares are not in the account yet',
  DIVIDEND: 'a dividend is likely',
};

/** Describes each exit that the venue changed, and what to do about it. */
export function describeAdjusted(orders: readonly Order[]): string {
  const changed = orders.flatMap((order) => {
    const now = waitingAdjustment(order);
    return now ? [`${describeOrder(order).toLowerCase()} ${describeMoved(order, now)}`] : [];
  });
  const cause = LIKELY[adjustedCause(orders) ?? 'SOMEBODY'] ?? 'somebody else may have moved it';
  return `The venue changed the ${changed.join(' and the ')}, not by this desk: ${cause}. The account holds what the book does. It stands there; choose which counts.`;
}
