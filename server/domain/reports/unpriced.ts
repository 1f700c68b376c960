import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import { isLate } from '../order/ended-order.ts';

/** Whether the order filled more than is booked, but the venue has not reported the price yet. */
export function isUnpriced(order: Order, report: VenueOrder): boolean {
  if (isFinal(order.status)) return isLate(order, report) && !report.averagePrice;
  const fresh = report.filledQuantity.greaterThan(order.filledQuantity);
  return isHalfReported(report) || (fresh && !report.averagePrice);
}

/** Whether a report says FILLED with nothing executed: the book would get a position that it does not have. */
export function isHalfReported({ status, filledQuantity }: VenueOrder): boolean {
  return status === 'FILLED' && filledQuantity.isZero();
}
