import { VENUES } from '../venue.ts';
import type { Order } from '../order/order.ts';
import type { Trade } from './trade.ts';

/** The desk itself holds a trade's limits and exits until they are met: its venue holds none. */
export function heldByDesk({ venue }: Pick<Trade, 'venue'>): boolean {
  return !VENUES[venue].restingOrders;
}

/**
 * A limit whose swap failed goes on waiting at the desk: an entry, and a person's close. Any other swap that
 * failed is over.
 */
export function goesOnWaiting(
  trade: Pick<Trade, 'venue'>,
  { role, type, sentAt }: Pick<Order, 'role' | 'type' | 'sentAt'>,
): boolean {
  if (!heldByDesk(trade) || type !== 'LIMIT' || sentAt === null) return false;
  return role === 'ENTRY' || role === 'CLOSE';
}
