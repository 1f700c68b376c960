import type { BookedOrder, VenueState } from './venue-state.ts';

/** The orders that a step has added or changed, as they are after it. */
export function venueChanges(before: VenueState, after: VenueState): readonly BookedOrder[] {
  if (before.orders === after.orders) return [];
  const others = after.orders.filter((order, at) => before.orders[at] !== order);
  const earlier = new Set(others.length > 0 ? before.orders : []);
  return others.filter((order) => !earlier.has(order));
}
