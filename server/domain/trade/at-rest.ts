import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import { hasExpired } from './has-expired.ts';
import type { TradeAggregate } from './trade.ts';

/**
 * Symbols held here of which nothing is in flight: only those can be compared with a venue. What has
 * expired is for its settlement to end, and until that is done its shares may come or go at any moment.
 */
export function symbolsAtRest(
  active: readonly TradeAggregate[],
  awaiting: readonly TradeAggregate[],
  now: Date,
): readonly string[] {
  const held = active.filter(
    ({ trade }) => trade.openQuantity.greaterThan(0) && !hasExpired(trade.instrument, now),
  );
  const symbols = new Set(held.map(({ trade }) => trade.instrument.symbol));
  for (const symbol of movingSymbols(active)) symbols.delete(symbol);
  for (const symbol of underlyingsInDelivery(active, awaiting, now)) symbols.delete(symbol);
  return [...symbols];
}

/** Shares that a settlement under way may still bring or take. */
export function underlyingsInDelivery(
  active: readonly TradeAggregate[],
  awaiting: readonly TradeAggregate[],
  now: Date,
): ReadonlySet<string> {
  const expired = active.filter(({ trade }) => hasExpired(trade.instrument, now));
  return new Set([...expired, ...awaiting].map(({ trade }) => trade.instrument.underlying));
}

/** Symbols with an order that may fill, or go, at any moment; resting exits are none. */
export function movingSymbols(active: readonly TradeAggregate[]): ReadonlySet<string> {
  const moving = active.filter(({ orders }) => orders.some(isMoving));
  return new Set(moving.map(({ trade }) => trade.instrument.symbol));
}

function isMoving(order: Order): boolean {
  if (isFinal(order.status)) return false;
  const resting =
    order.status === 'ACCEPTED' && (order.role === 'STOP_LOSS' || order.role === 'TAKE_PROFIT');
  return !resting || order.cancelRequested;
}
