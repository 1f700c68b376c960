import { isFinal, isWorking } from './order-status.ts';
import type { Order } from './order.ts';

/**
 * An exit that went out with its entry protects nothing while that works: the venue holds it back until
 * the entry has filled whole.
 */
export function waitsForEntry(order: Order, orders: readonly Order[]): boolean {
  if (order.role === 'ENTRY') return false;
  return orders.some(
    ({ role, tag, status }) => role === 'ENTRY' && tag === order.tag && isWorking(status),
  );
}

/** Whether a working entry brought exits along that still wait for it. */
export function bringsExits(entry: Order, orders: readonly Order[]): boolean {
  return orders.some(
    ({ role, tag, status }) => role !== 'ENTRY' && tag === entry.tag && !isFinal(status),
  );
}
