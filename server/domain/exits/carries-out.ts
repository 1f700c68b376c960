import type { Order } from '../order/order.ts';
import type { CloseRequest } from '../trade/trade.ts';

/** Whether an order carries out this close request: same role and terms, and placed no earlier. */
export function carriesOut(order: Order, request: CloseRequest): boolean {
  return (
    order.role === request.role &&
    order.timeInForce === 'DAY' &&
    order.type === request.orderType &&
    String(order.limitPrice) === String(request.limitPrice) &&
    order.placedAt >= request.requestedAt
  );
}
