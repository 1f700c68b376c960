import { falls, type Gauge, readingOf, waitOf } from '../../domain/matching/order-wait.ts';
import type { BookedOrder } from '../../domain/matching/venue-state.ts';
import type { Touch } from '../../domain/matching/fill-price.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { GaugeMark, WaitingOrders } from './venue-store.ts';

/** A mark lower than that of any price. */
const ANY_MARKET = -1e300;

/** A price as a mark that rises the way orders wait. Prices that differ in the 16th digit may share one. */
function markOf(gauge: Gauge, price: Decimal): number {
  return falls(gauge) ? -price.toNumber() : price.toNumber();
}

/** The mark at which the order acts; null when no market price triggers it. */
export function waitMarkOf(order: BookedOrder): GaugeMark | null {
  const wait = waitOf(order);
  if (!wait) return null;
  const { gauge, at } = wait;
  return { symbol: order.symbol, gauge, mark: at === null ? ANY_MARKET : markOf(gauge, at) };
}

/** Gauges that have reached the first mark at which an order acts, each with its present mark. */
export function reachedMarks(
  { first }: WaitingOrders,
  touches: ReadonlyMap<string, Touch | null>,
): readonly GaugeMark[] {
  return first.flatMap(({ symbol, gauge, mark }) => {
    const touch = touches.get(symbol);
    if (!touch) return [];
    const stands = markOf(gauge, readingOf(gauge, touch));
    return stands >= mark ? [{ symbol, gauge, mark: stands }] : [];
  });
}
