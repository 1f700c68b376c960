import type { Order } from './order.ts';

/** An order as the time line names it. */
export function describeOrder(order: Pick<Order, 'role'>): string {
  return { ENTRY: 'Entry', STOP_LOSS: 'Stop', TAKE_PROFIT: 'Target', CLOSE: 'Close' }[order.role];
}
