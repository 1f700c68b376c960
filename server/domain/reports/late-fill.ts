import type { Order } from '../order/order.ts';
import { works } from '../order/ended-order.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import { afterReport } from './after-report.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';

/**
 * Handles a late fill that has been booked: it moved money and the position, whatever the order's status was.
 * The position that it opened gets its exits.
 */
export function followLateFill(draft: TradeDraft, before: Order, report: VenueOrder): void {
  const { quantity, filledQuantity, pays } = draft.order(before.id);
  // A purchase by swap gets about what was asked for: only the venue knows whether that is all.
  const all = pays ? report.status === 'FILLED' : filledQuantity.greaterThanOrEqualTo(quantity);
  if (all) draft.setOrder(before.id, { status: 'FILLED' });
  const fresh = filledQuantity.minus(before.filledQuantity).toFixed();
  const message = `The venue had called the ${before.role} order ${before.status.toLowerCase()}, and then told ${fresh} of it filled: booked.`;
  draft.alert('LATE_FILL', 'WARNING', message);
  draft.record(before.role === 'ENTRY' ? 'ENTRY_FILLED' : 'EXIT_FILLED', message);
  afterReport(draft, draft.order(before.id), false);
}

/** Revives an exit that ended with its entry: the entry has filled after all, and the exit works at the venue. */
export function takeBack(draft: TradeDraft, order: Order, report: VenueOrder): void {
  const stands = draft.trade.phase === 'OPEN' && !draft.trade.openQuantity.isZero();
  if (!stands || order.role === 'ENTRY' || !works(report)) return;
  draft.setOrder(order.id, { status: 'ACCEPTED', cancelRequested: false, reason: null });
  afterReport(draft, draft.order(order.id), false);
}
