import type { Order } from './order.ts';
import type { VenueOrder, VenueOrderStatus } from './venue-order.ts';

/** For this long after an order's end the venue may still report a fill that crossed with it. */
export const LATE_FILL_MS = 3_600_000;

const WORKING: ReadonlySet<VenueOrderStatus> = new Set([
  'PENDING',
  'OPEN',
  'HELD',
  'PARTIALLY_FILLED',
]);

/** Whether the order may still fill, by the venue's status. */
export function works({ status }: VenueOrder): boolean {
  return WORKING.has(status);
}

/** Whether the order ended at the venue before the venue reported all of it filled. */
export function hasEnded({ status }: Pick<Order, 'status'>): boolean {
  return status === 'CANCELED' || status === 'EXPIRED' || status === 'REJECTED';
}

/** Whether the venue reports more filled for an ended order than it did at the end. */
export function isLate(
  order: Pick<Order, 'status' | 'filledQuantity'>,
  report: VenueOrder,
): boolean {
  return hasEnded(order) && report.filledQuantity.greaterThan(order.filledQuantity);
}

/** The tags of entries with such a late fill: reports on their exits count again, too. */
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
