import { describeOrder } from '../order/describe-order.ts';
import type { Order } from '../order/order.ts';
import { mayFollow } from '../order/order-status.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { afterReport } from './after-report.ts';

/** DENIED by our inspection; REJECTED by the router, which does not build it; CANCELED: it cannot be judged now. */
export interface Unsigned {
  readonly status: 'DENIED' | 'REJECTED' | 'CANCELED';
  /** Worded as the end of a sentence. */
  readonly reason: string;
}

const EVENTS = {
  DENIED: 'ORDER_DENIED',
  REJECTED: 'ORDER_REJECTED',
  CANCELED: 'ORDER_CANCELED',
} as const;

/** Ends an order of which nothing was signed. A refusal by our inspection raises an alert each time. */
export function endUnsigned(draft: TradeDraft, order: Order, { status, reason }: Unsigned): void {
  if (!mayFollow(draft.order(order.id).status, status)) return;
  // A limit goes on waiting, and the next try counts from this one.
  const sentAt = order.type === 'LIMIT' ? draft.at : null;
  const next = draft.setOrder(order.id, { status, reason, sentAt, cancelRequested: true });
  const message = `${describeOrder(next)} was not signed: ${reason}.`;
  draft.record(EVENTS[status], message);
  if (status === 'DENIED') draft.alert('ORDER_REFUSED', 'CRITICAL', message, undefined, order.tag);
  else if (status === 'CANCELED' && order.role !== 'ENTRY')
    draft.alert('EXIT_REFUSED', 'CRITICAL', message);
  afterReport(draft, next, true);
}

/** Lets another swap of the token go first. What is wanted stays wanted, and the planner asks for it again. */
export function giveWay(draft: TradeDraft, order: Order, reason: string): void {
  if (!mayFollow(draft.order(order.id).status, 'CANCELED')) return;
  if (order.role === 'ENTRY') return endUnsigned(draft, order, { status: 'CANCELED', reason });
  draft.setOrder(order.id, { status: 'CANCELED', reason, cancelRequested: true });
  draft.record('ORDER_CANCELED', `${describeOrder(order)} waits: ${reason}.`);
}
