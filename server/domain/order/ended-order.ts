import type { Order } from './order.ts';
import type { VenueOrder, VenueOrderStatus } from './venue-order.ts';

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
