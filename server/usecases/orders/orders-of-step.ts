import { closeSlippage } from '../../domain/exits/close-back-off.ts';
import type { NextStep } from '../../domain/exits/next-step.ts';
import type { Order } from '../../domain/order/order.ts';
import { heldByDesk } from '../../domain/trade/held-by-desk.ts';
import {
  closeOrder,
  entryOrder,
  exitOrders,
  type OrderIdentity,
} from '../../domain/trade/make-order.ts';
import type { CloseRequest, TradeAggregate } from '../../domain/trade/trade.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { VenueRules } from '../../ports/broker.ts';
import { entrySubmission, heldAtDesk } from './entry-submission.ts';

export type OrderStep = Extract<NextStep, { kind: `SEND_${string}` | `HOLD_${string}` }>;

export function makesOrders(step: NextStep): step is OrderStep {
  return step.kind.startsWith('SEND_') || step.kind.startsWith('HOLD_');
}

/** The step's orders wait at the desk; nothing is sent. */
export function isHeld({ kind }: OrderStep): boolean {
  return kind.startsWith('HOLD_');
}

/** The new orders of a step. An entry sent again goes only with exits of the same duration. */
export function ordersOf(
  step: OrderStep,
  { trade, orders }: TradeAggregate,
  rules: VenueRules,
  identity: OrderIdentity,
): readonly Order[] {
  const close = (request: CloseRequest, quantity: Decimal) => {
    const { orderType } = request;
    const slippagePct = heldByDesk(trade) ? closeSlippage(orders, orderType, identity.at) : null;
    return closeOrder(trade, request, quantity, { ...identity, slippagePct });
  };
  switch (step.kind) {
    case 'SEND_ENTRY':
      return entrySubmission(trade, { ...rules, mixedDurations: false }, identity);
    case 'SEND_EXITS':
      return exitOrders(trade, step.bracket, step, identity);
    case 'SEND_CLOSE':
      return [close(step.request, step.quantity)];
    case 'HOLD_ENTRY':
      return [heldAtDesk(entryOrder(trade, { ...identity, slippagePct: step.last.slippagePct }))];
    case 'HOLD_CLOSE':
      return [heldAtDesk(close(step.request, step.quantity))];
  }
}
