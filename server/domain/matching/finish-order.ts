import {
  isOver,
  isClosing,
  type BookedOrder,
  type BookedStatus,
  type VenueState,
  withOrders,
} from './venue-state.ts';

/**
 * Ends an order that has not filled completely. An ending entry takes its held exits with it; what it filled
 * keeps its exits. An ending exit takes the other exit of its pair with it: an OCO stands as a pair or not at
 * all.
 */
export function finishOrder(
  state: VenueState,
  order: BookedOrder,
  status: Extract<BookedStatus, 'CANCELED' | 'EXPIRED'>,
  now: Date,
): VenueState {
  const family = order.parentId
    ? state.orders.filter((other) => other.parentId === order.parentId)
    : [order];
  const ending = family.filter(
    (other) =>
      !isOver(other) &&
      (other.id === order.id || (isClosing(order) ? isClosing(other) : other.status === 'HELD')),
  );
  return withOrders(
    state,
    ending.map((other) => ({ ...other, status, changedAt: now })),
  );
}
