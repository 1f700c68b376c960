import type { OrderId } from '../ids.ts';
import { exchangeDate } from '../calendar/market-calendar.ts';
import type { Order } from '../order/order.ts';
import { waitsAtDesk } from '../order/waits-at-desk.ts';
import { afterReport } from './after-report.ts';
import { describeOrder } from '../order/describe-order.ts';
import { isRestingExit } from '../exits/exit-session.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';

/** Longer than any order waits for its turn at a venue and for its answer: after that no answer will come. */
const ANSWER_SECONDS = 90;
/** This many lists without our tag, the last `ANSWER_SECONDS` after the order left, prove that it never arrived. */
export const ABSENT_SYNCS = 2;

export interface Absence {
  /** Whether the list is complete, and every older order that it no longer reaches was looked up by id. */
  readonly proven: boolean;
  /** Whether the list goes back only to the exchange's midnight. */
  readonly listsCurrentDayOnly: boolean;
  /** When the list was requested: it says nothing about later events. */
  readonly askedAt: Date;
}

/**
 * Handles an order missing from the list just read: never sent, still under way, lost in a crash, or, when the
 * list is `proven`, never arrived; those that wait at the desk are in no list. It never sends anything again.
 */
export function applyAbsence(
  draft: TradeDraft,
  orderId: OrderId,
  { proven, listsCurrentDayOnly, askedAt }: Absence,
): void {
  const order = draft.order(orderId);
  if (order.updatedAt > askedAt || waitsAtDesk(order)) return;
  if (order.status === 'INTENT' && isOlder(order.updatedAt, draft.at)) {
    return giveUp(draft, order, 'the desk stopped before it was sent');
  }
  if (order.status === 'SUBMITTED' && isOlder(order.sentAt ?? order.updatedAt, draft.at)) {
    return loseAnswer(draft, order, proven ? 1 : 0);
  }
  if (!proven) return;
  if (order.status === 'ACCEPTED' || order.status === 'PARTIALLY_FILLED') return miss(draft, order);
  if (order.status === 'UNKNOWN') countAbsence(draft, order, { listsCurrentDayOnly, askedAt });
}

function countAbsence(
  draft: TradeDraft,
  order: Order,
  { listsCurrentDayOnly, askedAt }: Omit<Absence, 'proven'>,
): void {
  if (listsCurrentDayOnly && exchangeDate(order.placedAt) !== exchangeDate(draft.at)) {
    return giveUpDay(draft, order);
  }
  const absentSyncs = order.absentSyncs + 1;
  if (absentSyncs >= ABSENT_SYNCS) {
    if (isOlder(order.sentAt ?? order.updatedAt, askedAt))
      giveUp(draft, order, 'the venue has no order with its tag');
    return;
  }
  draft.setOrder(order.id, { absentSyncs });
  draft.record(
    'ORDER_UNKNOWN',
    `${describeOrder(order)} is not in the venue's list; one more look decides.`,
  );
}

/** Whether it was sent so long ago that no answer will come. */
export function isOlder(since: Date, at: Date): boolean {
  return at.getTime() - since.getTime() >= ANSWER_SECONDS * 1000;
}

/** Handles an order that the venue once had, and now neither lists nor knows by id: its fate is not guessed. */
function miss(draft: TradeDraft, order: Order): void {
  if (draft.trade.status === 'NEEDS_REVIEW') return;
  const { absentSyncs } = draft.setOrder(order.id, { absentSyncs: order.absentSyncs + 1 });
  const reason = `${describeOrder(order)} ${order.venueOrderId ?? order.venueParentId} is no longer known to the venue`;
  if (absentSyncs < ABSENT_SYNCS)
    draft.record('ORDER_UNKNOWN', `${reason}; one more look decides.`);
  else draft.askForReview(`${reason}.`);
}

/** Records that the order is there after all: the earlier miss no longer counts. */
export function applyPresence(draft: TradeDraft, orderId: OrderId): void {
  const order = draft.order(orderId);
  if (order.absentSyncs === 0 || order.status === 'UNKNOWN') return;
  draft.setOrder(orderId, { absentSyncs: 0 });
  draft.record('ORDER_ACCEPTED', `${describeOrder(order)} is known to the venue again.`);
}

export function loseAnswer(draft: TradeDraft, order: Order, absentSyncs: number): void {
  draft.setOrder(order.id, { status: 'UNKNOWN', reason: 'no answer came', absentSyncs });
  const name = describeOrder(order);
  draft.alert('ORDER_UNKNOWN', 'CRITICAL', `No answer came to the ${name} order.`);
  draft.record('ORDER_UNKNOWN', `${name} got no answer. Not sent again.`);
}

export function giveUp(draft: TradeDraft, order: Order, reason: string): void {
  const next = draft.setOrder(order.id, { status: 'CANCELED', reason, cancelRequested: true });
  draft.resolve('ORDER_UNKNOWN');
  draft.record('ORDER_CANCELED', `${describeOrder(order)} never arrived: ${reason}.`);
  // A close that was never sent is still wanted: the planner sends it.
  if (order.status === 'INTENT' && order.role !== 'ENTRY') return;
  if (order.role !== 'ENTRY' && !isRestingExit(order) && draft.trade.phase === 'OPEN') {
    const message = `The ${describeOrder(order)} order never arrived: ${reason}. The position is still open.`;
    draft.alert('EXIT_REFUSED', 'CRITICAL', message);
  }
  afterReport(draft, next, true);
}

/** Handles an earlier day's order, which today's list cannot prove absent. For an ended trade no person is asked. */
function giveUpDay(draft: TradeDraft, order: Order): void {
  if (draft.trade.status === 'NEEDS_REVIEW') return;
  const day = exchangeDate(order.placedAt);
  if (draft.trade.phase === 'CLOSED')
    return giveUp(draft, order, `the venue no longer lists the orders of ${day}`);
  draft.askForReview(
    `${describeOrder(order)} of ${day} got no answer, and the venue no longer lists that day.`,
  );
}
