import { isFinal } from './order-status.ts';
import type { Order } from './order.ts';

/** Whether an entry among these orders may still fill. */
export function isEntering(orders: readonly Pick<Order, 'role' | 'status'>[]): boolean {
  return orders.some(({ role, status }) => role === 'ENTRY' && !isFinal(status));
}
