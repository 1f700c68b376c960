import type { Order } from './order.ts';

/** The order's name in the timeline. */
export function describeOrder(order: Pick<Order, 'role'>): string {
  return { ENTRY: 'Entry', STOP_LOSS: 'Stop', TAKE_PROFIT: 'Target', CLOSE: 'Close' }[order.role];
}
