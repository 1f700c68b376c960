import type { BookedOrder, VenueState } from './venue-state.ts';

/** The orders that a step has added or changed, after that step. */
export function venueChanges(before: VenueState, after: VenueState): readonly BookedOrder[] {
  if (before.orders === after.orders) return [];
  const earlier = new Map(before.orders.map((order) => [order.id, order]));
  return after.orders.filter((order) => earlier.get(order.id) !== order);
}
