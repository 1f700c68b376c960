import type { Order } from './order.ts';
import type { VenueList, VenueOrder } from './venue-order.ts';

/** The venue's orders by their own ids and, for whole submissions, by our tags. */
export interface VenueOrderIndex {
  readonly byId: ReadonlyMap<string, VenueOrder>;
  readonly byTag: ReadonlyMap<string, VenueOrder>;
  /** What is in neither map is not at the venue. */
  readonly complete: boolean;
  /** Ids of orders that the venue lists but that cannot be read. */
  readonly unread: ReadonlySet<string>;
  /** How many orders could not be read, including those without a readable id. */
  readonly unreadRows: number;
  /** Ids of swaps of which one whole look has proven that no block has them or can take them. */
  readonly absent: ReadonlySet<string>;
}

export function indexVenueOrders({
  listed,
  complete,
  unread,
}: VenueList<VenueOrder>): VenueOrderIndex {
  const byId = new Map<string, VenueOrder>();
  const byTag = new Map<string, VenueOrder>();
  for (const order of listed) {
    byId.set(order.venueOrderId, order);
    if (order.tag) byTag.set(order.tag, order);
    for (const leg of order.legs) byId.set(leg.venueOrderId, leg);
  }
  const ids = unread.flatMap(({ key }) => (key === null || byId.has(key) ? [] : [key]));
  return {
    ...{ byId, byTag, complete, unread: new Set(ids), unreadRows: unread.length },
    absent: new Set(),
  };
}

/** What identifies an order of ours. */
type Sought = Pick<Order, 'venueOrderId' | 'venueParentId' | 'tag' | 'side' | 'type'>;

/** The venue's report on one order of ours; null when it has none. */
export function reportFor(order: Sought, index: VenueOrderIndex): VenueOrder | null {
  if (order.venueOrderId) {
    const own = index.byId.get(order.venueOrderId);
    if (own) return own;
  }
  const whole = index.byTag.get(order.tag) ?? index.byId.get(order.venueParentId ?? '');
  return whole ? partFor(order, whole) : null;
}

/** Whether the venue lists the order or its whole, even when it does not list this leg yet, or not readably. */
export function isListed(order: Order, index: VenueOrderIndex): boolean {
  const { venueOrderId, venueParentId, tag } = order;
  const { byId, byTag } = index;
  const named = byTag.has(tag) || byId.has(venueOrderId ?? '') || byId.has(venueParentId ?? '');
  return named || isUnread(order, index);
}

/** The venue lists the order or its whole, but the row cannot be read. */
export function isUnread({ venueOrderId, venueParentId }: Order, { unread }: VenueOrderIndex) {
  return unread.has(venueOrderId ?? '') || unread.has(venueParentId ?? '');
}

/** The order itself, or the leg of the whole with the same side and type. */
export function partFor(order: Sought, whole: VenueOrder): VenueOrder | null {
  const isPart = whole.shape === 'SINGLE' || whole.shape === 'UNRECOGNISED';
  if (whole.legs.length === 0) return isPart ? whole : refusedWhole(order, whole);
  const known = whole.legs.find((leg) => leg.venueOrderId === order.venueOrderId);
  return (
    known ?? whole.legs.find((leg) => leg.side === order.side && leg.type === order.type) ?? null
  );
}

/** A bracket that ended before it had legs reports for each of its orders. */
function refusedWhole(order: Sought, whole: VenueOrder): VenueOrder | null {
  const dead = ['REJECTED', 'CANCELED', 'EXPIRED'].includes(whole.status);
  return dead ? { ...whole, venueOrderId: order.venueOrderId ?? whole.venueOrderId } : null;
}
