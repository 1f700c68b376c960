import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import { describeOrder } from '../order/describe-order.ts';
import { isLate, works } from '../order/ended-order.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';

/** An order found by its tag, whatever its trade. */
export type TaggedOrder = Omit<Order, 'fills'>;

type ReportOf = (order: TaggedOrder) => VenueOrder | null;

/** Whether the order ended here without any sign from the venue that it had arrived. */
function wasGivenUp({ status, venueOrderId, venueParentId }: TaggedOrder): boolean {
  return status === 'CANCELED' && venueOrderId === null && venueParentId === null;
}

/** Whether the venue, asked at `askedAt`, reports something new about an order that had ended here. */
export function isLateNews(order: TaggedOrder, report: VenueOrder | null, askedAt: Date): boolean {
  if (!report || !isFinal(order.status) || order.updatedAt > askedAt) return false;
  if (isLate(order, report)) return true;
  return works(report) && (order.role !== 'ENTRY' || wasGivenUp(order));
}

/** Whether the order or a leg of it still works or has filled: only then can it be late news. */
export function matters(order: VenueOrder): boolean {
  return [order, ...order.legs].some((part) => works(part) || part.filledQuantity.greaterThan(0));
}

/** Entries that were given up as never arrived, but are at the venue after all. */
export function lateEntries(
  orders: readonly Order[],
  reportOf: ReportOf,
  askedAt: Date,
): readonly Order[] {
  return orders.filter((order) => {
    const known = order.role === 'ENTRY' && wasGivenUp(order);
    return known && isLateNews(order, reportOf(order), askedAt);
  });
}

/**
 * Lets such an entry count again, with those of its exits that the venue has. From here on they follow their
 * reports like any other order. `reviewed`: a person had judged the trade and has to judge it again.
 */
export function reviveLateEntry(draft: TradeDraft, entry: Order, reviewed: boolean): void {
  const tagged = draft.orders.filter((order) => order.tag === entry.tag && wasGivenUp(order));
  const alive = {
    status: 'ACCEPTED',
    cancelRequested: false,
    reason: null,
    absentSyncs: 0,
    sentAt: draft.at,
  } as const;
  for (const { id } of tagged) draft.setOrder(id, alive);
  const { status, settlement } = draft.trade;
  const unfilled = status === 'CANCELED' || status === 'REJECTED';
  const over = { closedAt: null, closeReason: null, reason: null } as const;
  if (unfilled) draft.become('PENDING', { protection: 'NONE', ...over });
  const message = 'The entry that had been given up as never arrived is at the venue after all.';
  draft.alert('LATE_ORDER', 'CRITICAL', message).record('ORDER_ACCEPTED', message);
  if (reviewed || settlement || draft.trade.phase === 'CLOSED')
    draft.askForReview(`${message} The trade had been judged without it.`);
}

/**
 * Closing orders that ended here but work at the venue: they may sell what another order sells too. Returns the
 * ones to cancel, each recorded once, when its id is learned.
 */
export function lateClosers(
  draft: TradeDraft,
  reportOf: ReportOf,
  askedAt: Date,
): readonly VenueOrder[] {
  const late: VenueOrder[] = [];
  for (const order of draft.orders) {
    const report = reportOf(order);
    const alone = !draft.orders.some(({ tag, role }) => tag === order.tag && role === 'ENTRY');
    if (!report || !alone || !works(report) || !isLateNews(order, report, askedAt)) continue;
    late.push(report);
    if (order.venueOrderId !== null) continue;
    draft.setOrder(order.id, { venueOrderId: report.venueOrderId });
    const message = `${describeOrder(order)} arrived at the venue after it had been given up: it is taken back.`;
    draft.alert('LATE_ORDER', 'CRITICAL', message).record('CANCEL_REQUESTED', message);
  }
  return late;
}
