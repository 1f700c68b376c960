import { ZERO } from '../decimal.ts';
import { grouped } from '../grouped.ts';
import type { VenueOrder, VenueOrderStatus } from '../order/venue-order.ts';
import { type BookedOrder, familyOf, isOver, type VenueState } from './venue-state.ts';

type Listed = Pick<VenueState, 'orders'>;

/** The account's orders as a venue lists them: legs inside their parent, newest last. */
export function venueOrders(state: Listed): VenueOrder[] {
  const families = grouped(state.orders, familyOf);
  return [...families.values()].map(viewOf);
}

/** The order, leg or parent with this id; null when the venue does not know it. */
export function venueOrderOf(state: Listed, id: string): VenueOrder | null {
  const leg = state.orders.find((order) => order.id === id);
  if (leg) return legView(leg);
  const legs = state.orders.filter((order) => order.parentId === id);
  return legs.length > 0 ? viewOf(legs) : null;
}

function viewOf(family: readonly BookedOrder[]): VenueOrder {
  const first = family[0]!;
  if (!first.parentId) return legView(first);
  const status = parentStatus(family);
  const changedAt = new Date(Math.max(...family.map((leg) => leg.changedAt.getTime())));
  return {
    ...legView(first),
    venueOrderId: first.parentId,
    shape: first.shape,
    status,
    rawStatus: status.toLowerCase(),
    cancelPending: false,
    symbol: null,
    side: null,
    type: null,
    quantity: null,
    filledQuantity: ZERO,
    averagePrice: null,
    limitPrice: null,
    stopPrice: null,
    changedAt,
    legs: family.map(legView),
  };
}

/** A parent ends only when all its legs have; it is FILLED when an exit has filled, as at Tradier. */
function parentStatus(family: readonly BookedOrder[]): VenueOrderStatus {
  if (!family.every(isOver)) return 'OPEN';
  const exits = family[0]!.shape === 'OTOCO' ? family.slice(1) : family;
  if (exits.some((leg) => leg.status === 'FILLED')) return 'FILLED';
  return exits[0]?.status === 'EXPIRED' ? 'EXPIRED' : 'CANCELED';
}

function legView(order: BookedOrder): VenueOrder {
  const { filledQuantity } = order;
  return {
    venueOrderId: order.id,
    tag: order.tag,
    shape: 'SINGLE',
    status: order.status,
    rawStatus: order.status.toLowerCase(),
    cancelPending: false,
    symbol: order.symbol,
    side: order.side,
    type: order.type,
    quantity: order.quantity,
    filledQuantity,
    averagePrice: filledQuantity.isZero() ? null : order.filledValue.div(filledQuantity),
    limitPrice: order.limitPrice,
    stopPrice: order.stopPrice,
    reason: null,
    createdAt: order.createdAt,
    changedAt: order.changedAt,
    legs: [],
  };
}
