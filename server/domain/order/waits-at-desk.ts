import type { Order } from './order.ts';

/**
 * The desk itself holds the order until its price is met: no venue knows it, so that none can lack it, fill it
 * or cancel it.
 */
export function waitsAtDesk({
  status,
  sentAt,
  venueOrderId,
  venueParentId,
}: Pick<Order, 'status' | 'sentAt' | 'venueOrderId' | 'venueParentId'>): boolean {
  return status === 'ACCEPTED' && sentAt === null && !venueOrderId && !venueParentId;
}
