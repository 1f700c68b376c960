import type { OrderId } from '../ids.ts';
import type { Order, OrderRole } from '../order/order.ts';

export interface LastExit {
  readonly orderId: OrderId;
  readonly role: Exclude<OrderRole, 'ENTRY'>;
  readonly at: Date;
}

/** The exit that filled last, by each order's last reported fill; at equal times the newer order. */
export function lastExit(orders: readonly Order[]): LastExit | null {
  let latest: LastExit | null = null;
  for (const { id: orderId, role, fills } of orders) {
    const at = fills.at(-1)?.filledAt;
    if (role === 'ENTRY' || !at || (latest && latest.at > at)) continue;
    latest = { orderId, role, at };
  }
  return latest;
}
