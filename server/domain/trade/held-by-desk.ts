import { VENUES } from '../venue.ts';
import type { Order } from '../order/order.ts';
import type { Trade } from './trade.ts';

type Failed = Pick<Order, 'role' | 'type' | 'sentAt' | 'swap' | 'venueOrderId'>;

/** The desk itself holds a trade's limits and exits until they are met: its venue holds none. */
export function heldByDesk({ venue }: Pick<Trade, 'venue'>): boolean {
  return !VENUES[venue].restingOrders;
}

/**
 * A limit whose swap failed goes on waiting at the desk: an entry, and a person's close. Any other swap that
 * failed is over, and so is an entry of real money that was signed: no second one is sent.
 */
export function goesOnWaiting(
  trade: Pick<Trade, 'venue'>,
  { role, type, sentAt, swap, venueOrderId }: Failed,
): boolean {
  if (!heldByDesk(trade) || type !== 'LIMIT' || sentAt === null) return false;
  const wasSigned = swap !== null && venueOrderId !== null;
  return role === 'CLOSE' || (role === 'ENTRY' && !wasSigned);
}

/** A limit entry may still be bought by the desk, now or after a swap of it that is under way. */
export function mayStillEnter({ status, orderType, closeRequest, ...trade }: Trade): boolean {
  return (
    heldByDesk(trade) && status === 'PENDING' && orderType === 'LIMIT' && closeRequest === null
  );
}
