import type { Order } from '../order/order.ts';
import type { VenueOrder, VenueOrderStatus } from '../order/venue-order.ts';
import { afterReport } from './after-report.ts';
import type { TradeDraft } from './trade-draft.ts';

/** For how long after an order's end a fill that crossed with it may still be told. */
export const LATE_FILL_MS = 3_600_000;

const WORKING: ReadonlySet<VenueOrderStatus> = new Set([
  'PENDING',
  'OPEN',
  'HELD',
  'PARTIALLY_FILLED',
]);

/** It may still fill, as the venue says. */
export function works({ status }: VenueOrder): boolean {
  return WORKING.has(status);
}

/** It ended at the venue without all of it filled, as far as the venue had said. */
export function hasEnded({ status }: Pick<Order, 'status'>): boolean {
  return status === 'CANCELED' || status === 'EXPIRED' || status === 'REJECTED';
}

/** The venue tells more filled of an ended order than it had when it called it ended. */
export function isLate(
  order: Pick<Order, 'status' | 'filledQuantity'>,
  report: VenueOrder,
): boolean {
  return hasEnded(order) && report.filledQuantity.greaterThan(order.filledQuantity);
}

/** The tags of entries of which the venue tells so: what it says of their exits is heard again too. */
export function lateTags(
  orders: readonly Order[],
  reportOf: (order: Order) => VenueOrder | null,
): ReadonlySet<string> {
  const late = orders.filter((order) => {
    const report = order.role === 'ENTRY' ? reportOf(order) : null;
    return report !== null && isLate(order, report);
  });
  return new Set(late.map(({ tag }) => tag));
}

/**
 * What follows where such a fill has been booked: it moved money and position, whatever the order had been
 * called. What it opened is held and gets its exits; a position that had ended is held again.
 */
export function followLateFill(draft: TradeDraft, before: Order): void {
  const { quantity, filledQuantity } = draft.order(before.id);
  if (filledQuantity.greaterThanOrEqualTo(quantity))
    draft.setOrder(before.id, { status: 'FILLED' });
  const fresh = filledQuantity.minus(before.filledQuantity).toFixed();
  const message = `The venue had called the ${before.role} order ${before.status.toLowerCase()}, and then told ${fresh} of it filled: booked.`;
  draft.alert('LATE_FILL', 'WARNING', message);
  holdAgain(draft);
  draft.tell(before.role === 'ENTRY' ? 'ENTRY_FILLED' : 'EXIT_FILLED', message);
  afterReport(draft, draft.order(before.id), false);
}

/** An exit went with its entry; now that this has filled after all, the venue says that the exit works. */
export function takeBack(draft: TradeDraft, order: Order, report: VenueOrder): void {
  const stands = draft.trade.phase === 'OPEN' && !draft.trade.openQuantity.isZero();
  if (!stands || order.role === 'ENTRY' || !works(report)) return;
  draft.setOrder(order.id, { status: 'ACCEPTED', cancelRequested: false, reason: null });
  afterReport(draft, draft.order(order.id), false);
}

/** A trade that had ended holds something. What was settled, or ended by a review, is a person's to judge. */
function holdAgain(draft: TradeDraft): void {
  const { phase, openQuantity, settlement } = draft.trade;
  if (phase !== 'CLOSED' || openQuantity.isZero()) return;
  const ended = { closedAt: null, closeReason: null };
  draft.set({ status: 'OPEN', phase: 'OPEN', reason: null, protection: 'NONE', ...ended });
  if (!settlement) return;
  const reason = 'An order of it was told to have filled after its contract had been settled.';
  draft.set({ status: 'NEEDS_REVIEW', reason }).alert('NEEDS_REVIEW', 'CRITICAL', reason);
}
