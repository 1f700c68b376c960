import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import { isLate } from '../order/ended-order.ts';

/** It filled more than is booked, and at which price the venue has not said yet. */
export function isUnpriced(order: Order, report: VenueOrder): boolean {
  if (isFinal(order.status)) return isLate(order, report) && !report.averagePrice;
  const fresh = report.filledQuantity.greaterThan(order.filledQuantity);
  return isHalfReported(report) || (fresh && !report.averagePrice);
}

/** "Filled" with nothing executed: were it believed, the position would be nobody's. */
export function isHalfReported({ status, filledQuantity }: VenueOrder): boolean {
  return status === 'FILLED' && filledQuantity.isZero();
}
