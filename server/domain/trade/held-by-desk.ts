import { VENUES } from '../venue.ts';
import type { Order } from '../order/order.ts';
import type { Trade } from './trade.ts';

type Failed = Pick<Order, 'role' | 'type' | 'sentAt' | 'swap' | 'venueOrderId'>;

/** Whether the desk itself holds a trade's limits and exits until they are met, because its venue holds none. */
export function heldByDesk({ venue }: Pick<Trade, 'venue'>): boolean {
  return !VENUES[venue].restingOrders;
}

/**
 * Whether a limit whose swap failed goes on waiting at the desk, as an entry and a person's close do. Any other
 * swap that failed is over, and so is an entry of real money that was signed: no second one is sent.
 */
export function goesOnWaiting(
  trade: Pick<Trade, 'venue'>,
  { role, type, sentAt, swap, venueOrderId }: Failed,
): boolean {
  if (!heldByDesk(trade) || type !== 'LIMIT' || sentAt === null) return false;
  const wasSigned = swap !== null && venueOrderId !== null;
  return role === 'CLOSE' || (role === 'ENTRY' && !wasSigned);
}

/** Whether the desk may still buy for a limit entry, now or after a swap of it that is under way. */
export function mayStillEnter({ status, orderType, closeRequest, ...trade }: Trade): boolean {
  return (
    heldByDesk(trade) && status === 'PENDING' && orderType === 'LIMIT' && closeRequest === null
  );
}
