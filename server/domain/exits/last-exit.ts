import type { Order, OrderRole } from '../order/order.ts';

export interface LastExit {
  readonly orderId: string;
  readonly role: Exclude<OrderRole, 'ENTRY'>;
  readonly at: Date;
}

/** The exit that filled last, of each order by the fill that was told last; of equals the newer order. */
export function lastExit(orders: readonly Order[]): LastExit | null {
  let latest: LastExit | null = null;
  for (const { id: orderId, role, fills } of orders) {
    const at = fills.at(-1)?.filledAt;
    if (role === 'ENTRY' || !at || (latest && latest.at > at)) continue;
    latest = { orderId, role, at };
  }
  return latest;
}
