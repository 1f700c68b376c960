import { isFinal, isWorking } from './order-status.ts';
import type { Order } from './order.ts';

/**
 * Whether an exit waits for its entry, with which it was sent. It protects nothing yet: the venue holds it back
 * until the entry has filled completely.
 */
export function waitsForEntry(order: Order, orders: readonly Order[]): boolean {
  if (order.role === 'ENTRY') return false;
  return orders.some(
    ({ role, tag, status }) => role === 'ENTRY' && tag === order.tag && isWorking(status),
  );
}

/** Whether a working entry has exits that still wait for it. */
export function bringsExits(entry: Order, orders: readonly Order[]): boolean {
  return orders.some(
    ({ role, tag, status }) => role !== 'ENTRY' && tag === entry.tag && !isFinal(status),
  );
}
