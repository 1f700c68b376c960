import { finishOrder } from './finish-order.ts';
import { isOver, type VenueState } from './venue-state.ts';

/**
 * Cancels an order; a parent's id cancels all working orders of its submission. Canceling an entry keeps the
 * exits of its filled part; canceling a leg of an OCO cancels the other too. A final or unknown order stays
 * as it is.
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
