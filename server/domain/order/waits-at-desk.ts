import { isWorking } from './order-status.ts';
import type { Order } from './order.ts';

type Placed = Pick<Order, 'status' | 'sentAt' | 'venueOrderId' | 'venueParentId'>;

/**
 * Whether the desk itself holds the order until its price is met: no venue knows the order, so none can lack
 * it, fill it or cancel it.
 */
export function waitsAtDesk({ status, sentAt, venueOrderId, venueParentId }: Placed): boolean {
  return status === 'ACCEPTED' && sentAt === null && !venueOrderId && !venueParentId;
}

/** Whether the order may still fill at a venue, as far as the desk knows. */
export function worksAtVenue(order: Placed): boolean {
  return isWorking(order.status) && !waitsAtDesk(order);
}
