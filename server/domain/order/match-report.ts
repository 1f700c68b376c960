import type { Order } from './order.ts';
import type { VenueList, VenueOrder } from './venue-order.ts';

/** The venue's orders by their own ids and, for whole submissions, by our tags. */
export interface VenueOrderIndex {
  readonly byId: ReadonlyMap<string, VenueOrder>;
  readonly byTag: ReadonlyMap<string, VenueOrder>;
  /** True: an order in neither map is not at the venue. */
  readonly complete: boolean;
  /** Ids of orders that the venue lists but that cannot be read. */
  readonly unread: ReadonlySet<string>;
  /** How many orders could not be read, including those without a readable id. */
  readonly unreadRows: number;
  /** Ids of swaps for which one whole look at the chain proved that no block has them or can still take them. */
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

/** The part of an index that concerns these orders: it answers for them the same, whatever else the account holds. */
export function indexOf(orders: readonly Sought[], whole: VenueOrderIndex): VenueOrderIndex {
  const tags = new Set<string>(orders.map(({ tag }) => tag));
  const ids = new Set(
    orders.flatMap(({ venueOrderId, venueParentId }) => [venueOrderId, venueParentId]),
  );
  const named = (id: string) => ids.has(id);
  return {
    ...{ complete: whole.complete, unreadRows: whole.unreadRows },
    byId: new Map([...ids].flatMap((id) => entryOf(whole.byId, id))),
    byTag: new Map([...tags].flatMap((tag) => entryOf(whole.byTag, tag))),
    unread: new Set([...whole.unread].filter(named)),
    absent: new Set([...whole.absent].filter(named)),
  };
}

function entryOf(
  orders: ReadonlyMap<string, VenueOrder>,
  key: string | null,
): readonly (readonly [string, VenueOrder])[] {
  const found = key === null ? undefined : orders.get(key);
  return key === null || !found ? [] : [[key, found]];
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

/** Whether the venue lists the order or its whole submission, even without this leg yet, or unreadably. */
export function isListed(order: Order, index: VenueOrderIndex): boolean {
  const { venueOrderId, venueParentId, tag } = order;
  const { byId, byTag } = index;
  const named = byTag.has(tag) || byId.has(venueOrderId ?? '') || byId.has(venueParentId ?? '');
  return named || isUnread(order, index);
}

/** Whether the venue lists the order or its whole submission in a row that cannot be read. */
export function isUnread({ venueOrderId, venueParentId }: Order, { unread }: VenueOrderIndex) {
  return unread.has(venueOrderId ?? '') || unread.has(venueParentId ?? '');
}

/** The order itself, or the leg of the whole submission with the same side and type. */
export function partFor(order: Sought, whole: VenueOrder): VenueOrder | null {
  const isPart = whole.shape === 'SINGLE' || whole.shape === 'UNRECOGNISED';
  if (whole.legs.length === 0) return isPart ? whole : refusedWhole(order, whole);
  const known = whole.legs.find((leg) => leg.venueOrderId === order.venueOrderId);
  return (
    known ?? whole.legs.find((leg) => leg.side === order.side && leg.type === order.type) ?? null
  );
}

/** The report of a bracket that ended before it had legs, for each of its orders; null for any other. */
function refusedWhole(order: Sought, whole: VenueOrder): VenueOrder | null {
  const dead = ['REJECTED', 'CANCELED', 'EXPIRED'].includes(whole.status);
  return dead ? { ...whole, venueOrderId: order.venueOrderId ?? whole.venueOrderId } : null;
}
