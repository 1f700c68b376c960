import { exchangeDate } from '../calendar/market-calendar.ts';
import type { Order } from '../order/order.ts';
import { afterReport } from './after-report.ts';
import { words } from './apply-report.ts';
import type { TradeDraft } from './trade-draft.ts';

/** Longer than any answer takes: what has none by then is not coming. */
const ANSWER_SECONDS = 60;
/** How many lists without our tag prove that an order never arrived. */
const ABSENT_SYNCS = 2;

export interface Absence {
  /** The list goes back only to the exchange's midnight. */
  readonly listsCurrentDayOnly: boolean;
}

/**
 * An order of which the venue's whole list, just read, says nothing: never sent, still on its way,
 * gone with a crash, or proven never to have arrived. Nothing is ever sent again here.
 */
export function applyAbsence(
  draft: TradeDraft,
  orderId: string,
  { listsCurrentDayOnly }: Absence,
): void {
  const order = draft.order(orderId);
  const age = (draft.at.getTime() - order.updatedAt.getTime()) / 1000;
  if (order.status === 'INTENT' && age > ANSWER_SECONDS) {
    return giveUp(draft, order, 'the desk stopped before it was sent');
  }
  if (order.status === 'SUBMITTED' && age > ANSWER_SECONDS) {
    draft.setOrder(orderId, { status: 'UNKNOWN', reason: 'no answer came', absentSyncs: 1 });
    draft.alert('ORDER_UNKNOWN', 'CRITICAL', `No answer came to the ${words(order)} order.`);
    draft.tell('ORDER_UNKNOWN', `${words(order)} got no answer. Not sent again.`);
    return;
  }
  if (order.status !== 'UNKNOWN') return;
  if (listsCurrentDayOnly && exchangeDate(order.placedAt) !== exchangeDate(draft.at)) {
    return askForReview(draft, order);
  }
  const absentSyncs = order.absentSyncs + 1;
  if (absentSyncs >= ABSENT_SYNCS)
    return giveUp(draft, order, 'the venue has no order with its tag');
  draft.setOrder(orderId, { absentSyncs });
  draft.tell('ORDER_UNKNOWN', `${words(order)} is not in the venue's list; one more look decides.`);
}

function giveUp(draft: TradeDraft, order: Order, reason: string): void {
  const next = draft.setOrder(order.id, { status: 'CANCELED', reason, cancelRequested: true });
  draft.resolve('ORDER_UNKNOWN');
  draft.tell('ORDER_CANCELED', `${words(order)} never arrived: ${reason}.`);
  // A close that was never sent is still asked for: the planner sends it.
  if (order.status !== 'INTENT' || order.role === 'ENTRY') afterReport(draft, next, true);
}

/** Yesterday's order cannot be proven absent by today's list. */
function askForReview(draft: TradeDraft, order: Order): void {
  if (draft.trade.status === 'NEEDS_REVIEW') return;
  const reason = `${words(order)} of ${exchangeDate(order.placedAt)} got no answer, and the venue no longer lists that day.`;
  draft.set({ status: 'NEEDS_REVIEW', reason }).alert('NEEDS_REVIEW', 'CRITICAL', reason);
  draft.tell('NEEDS_REVIEW', reason);
}
