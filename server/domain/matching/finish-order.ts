import { grouped } from '../grouped.ts';
import { venueChanges } from './venue-changes.ts';
import {
  familyOf,
  isOver,
  isClosing,
  type BookedOrder,
  type BookedStatus,
  type VenueState,
  withOrders,
} from './venue-state.ts';

/**
 * Ends an order that has not filled completely. An entry that ends ends its held exits too; its filled part
 * keeps its exits. An exit that ends ends the other exit of its pair too: an OCO exists as a pair or not at
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

/** Ends each of these orders that is not over by its turn, submission by submission. */
export function expireOrders(
  state: VenueState,
  isDue: (order: BookedOrder) => boolean,
  now: Date,
): VenueState {
  const due = new Set(state.orders.filter(isDue).map(familyOf));
  if (due.size === 0) return state;
  const families = grouped(
    state.orders.filter((order) => due.has(familyOf(order))),
    familyOf,
  );
  const ended = [...families.values()].flatMap((orders) => {
    const family = { ...state, orders };
    return venueChanges(family, expireOneByOne(family, isDue, now));
  });
  return withOrders(state, ended);
}

function expireOneByOne(
  family: VenueState,
  isDue: (order: BookedOrder) => boolean,
  now: Date,
): VenueState {
  let next = family;
  for (const { id } of family.orders) {
    const order = next.orders.find((each) => each.id === id)!;
    if (!isOver(order) && isDue(order)) next = finishOrder(next, order, 'EXPIRED', now);
  }
  return next;
}
