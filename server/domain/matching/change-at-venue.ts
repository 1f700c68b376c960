import type { Decimal } from '../decimal.ts';
import { isLive, type VenueState } from './venue-state.ts';

export interface ChangedState {
  readonly state: VenueState;
  /** The venue's reason for refusing; null when it took the change. */
  readonly refusal: string | null;
}

/** Moves the prices of one single working order. Legs of a bracket cannot be changed, as at Tradier. */
export function changeAtVenue(
  state: VenueState,
  id: string,
  { limitPrice, stopPrice }: { limitPrice: Decimal | null; stopPrice: Decimal | null },
  now: Date,
): ChangedState {
  const order = state.orders.find((candidate) => candidate.id === id);
  if (!order || !isLive(order)) return { state, refusal: 'The order is not working.' };
  if (order.shape !== 'SINGLE') return { state, refusal: 'Legs of a bracket cannot be changed.' };
  const changed = {
    ...order,
    limitPrice: limitPrice ?? order.limitPrice,
    stopPrice: stopPrice ?? order.stopPrice,
    changedAt: now,
  };
  const orders = state.orders.map((each) => (each.id === id ? changed : each));
  return { state: { ...state, orders }, refusal: null };
}
