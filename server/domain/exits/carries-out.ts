import type { Order } from '../order/order.ts';
import type { CloseRequest } from '../trade/trade.ts';

/** Whether an order is the close that this request made: of its role and terms, and not older. */
export function carriesOut(order: Order, request: CloseRequest): boolean {
  return (
    order.role === request.role &&
    order.timeInForce === 'DAY' &&
    order.type === request.orderType &&
    String(order.limitPrice) === String(request.limitPrice) &&
    order.placedAt >= request.requestedAt
  );
}
