import type { Order } from './order.ts';
import type { VenueOrder, VenueOrderStatus } from './venue-order.ts';

const WORKING: ReadonlySet<VenueOrderStatus> = new Set([
  'PENDING',
  'OPEN',
  'HELD',
  'PARTIALLY_FILLED',
]);

/** Orders that work at the venue and match none of ours by id or tag, as whole submissions with their legs. */
export function externalOrders(
  listed: readonly VenueOrder[],
  own: readonly Pick<Order, 'venueOrderId' | 'venueParentId' | 'tag'>[],
): readonly VenueOrder[] {
  const ids = new Set(own.flatMap((order) => [order.venueOrderId, order.venueParentId]));
  const tags = new Set(own.map(({ tag }) => tag));
  const isOurs = ({ venueOrderId, tag }: VenueOrder) =>
    ids.has(venueOrderId) || (tag !== null && tags.has(tag));
  return listed.filter((order) => works(order) && !isOurs(order));
}

function works({ status, legs }: VenueOrder): boolean {
  return legs.length > 0 ? legs.some(works) : WORKING.has(status);
}

/** `SELL_TO_CLOSE 3 SPY260327C00560000 (order 38467959)`. */
export function describeExternal({ venueOrderId, legs, ...order }: VenueOrder): string {
  const parts = (legs.length > 0 ? legs : [order]).map(
    ({ side, quantity, symbol }) =>
      `${side ?? 'an unknown side of'} ${quantity?.toFixed() ?? '?'} ${symbol ?? '?'}`,
  );
  return `${parts.join(', ')} (order ${venueOrderId})`;
}
