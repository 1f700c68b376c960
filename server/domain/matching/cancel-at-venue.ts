import { finishOrder } from './finish-order.ts';
import { isOver, type VenueState } from './venue-state.ts';

/**
 * Cancels an order, or by the id of a parent everything of that submission that still works. The leg
 * of an entry leaves the exits of what it has filled in place; a leg of an OCO takes the other with
 * it. What is final, or unknown, stays as it is.
 */
export function cancelAtVenue(state: VenueState, id: string, now: Date): VenueState {
  let next = state;
  for (const order of state.orders) {
    if (order.id !== id && order.parentId !== id) continue;
    const current = next.orders.find((candidate) => candidate.id === order.id);
    if (current && !isOver(current)) next = finishOrder(next, current, 'CANCELED', now);
  }
  return next;
}
