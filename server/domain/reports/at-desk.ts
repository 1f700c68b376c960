import { describeOrder } from '../order/describe-order.ts';
import type { Order } from '../order/order.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { afterReport } from './after-report.ts';

/** Ends orders that only the desk holds; no venue knows them. `why`: in lower case, without a full stop. */
export function endWaiting(
  draft: TradeDraft,
  orders: readonly Order[],
  { status, why }: { readonly status: 'CANCELED' | 'EXPIRED'; readonly why: string },
): void {
  for (const { id } of orders) {
    const next = draft.setOrder(id, { status, reason: why, cancelRequested: true });
    const type = status === 'EXPIRED' ? 'ORDER_EXPIRED' : 'ORDER_CANCELED';
    draft.record(type, `${describeOrder(next)} ended at the desk: ${why}.`);
    afterReport(draft, next, true);
  }
}

/** Drops a close, so that the desk looks at the price again before it sells. */
export function dropClose(draft: TradeDraft): void {
  draft.become('OPEN', { closeRequest: null });
  draft.record(
    'EXITS_WATCHED',
    'The close was not sent at once: the desk looks at the price again.',
  );
}

/** Records that an order now waits at the desk. */
export function recordHeld(draft: TradeDraft, order: Order): void {
  const limit = order.limitPrice ? ` of ${order.limitPrice.toFixed()}` : '';
  draft.record(
    'ORDER_ACCEPTED',
    `${describeOrder(order)} waits at the desk for its limit${limit}, tag ${order.tag}.`,
  );
}
