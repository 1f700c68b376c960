import { exchangeDate, sessionHours, tradingDaysAfter } from '../calendar/market-calendar.ts';
import { isWorking } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import { describeOrder } from '../order/describe-order.ts';
import type { TradeDraft } from './trade-draft.ts';

/**
 * Whether the venue still lists a DAY order as open after the next session has begun: the desk cannot know
 * whether it can fill. An exit leg's day begins when its entry has filled, and ends with an entry that has not.
 */
export function isOverdue(order: Order, orders: readonly Order[], now: Date): boolean {
  const isCalledOpen = order.status === 'ACCEPTED' || order.status === 'PARTIALLY_FILLED';
  if (order.timeInForce !== 'DAY' || !isCalledOpen) return false;
  const since = stoodSince(order, orders);
  return since !== null && openAfter(dayOf(since)) <= now;
}

/** Asks for review of a trade whose order outlives its day and a cancel: the broker's own screen says more. */
export function recordOverdue(draft: TradeDraft, order: Order): void {
  if (draft.trade.status === 'NEEDS_REVIEW') return;
  const day = dayOf(order.placedAt);
  draft.askForReview(
    `The ${describeOrder(order).toLowerCase()} order of ${day} was good for that day only. It was asked to go, and the venue still calls it open: whether it can fill is not known.`,
  );
}

/** After a person's review, expires overdue orders, and exits that waited for such an entry. */
export function endOverdue(draft: TradeDraft): void {
  const overdue = draft.orders.filter((order) => isOverdue(order, draft.orders, draft.at));
  const entries = overdue.filter(({ role }) => role === 'ENTRY').map(({ tag }) => tag);
  const goesAlong = ({ tag, status }: Order) => entries.includes(tag) && isWorking(status);
  for (const order of draft.orders) {
    if (!overdue.includes(order) && !goesAlong(order)) continue;
    draft.setOrder(order.id, { status: 'EXPIRED', cancelRequested: false });
    draft.record('ORDER_EXPIRED', `${describeOrder(order)} ended by review: its day is over.`);
  }
}

function stoodSince(order: Order, orders: readonly Order[]): Date | null {
  const entry = orders.find(({ tag, role }) => tag === order.tag && role === 'ENTRY') ?? order;
  if (!isWorking(entry.status)) return entry.updatedAt;
  return entry.timeInForce === 'DAY' ? (entry.sentAt ?? entry.placedAt) : null;
}

/** The exchange date (YYYY-MM-DD) on which an order sent at this moment is good. */
function dayOf(at: Date): string {
  const date = exchangeDate(at);
  const close = sessionHours(date)?.close;
  return close && at < close ? date : tradingDaysAfter(date, 1);
}

function openAfter(date: string): Date {
  const next = tradingDaysAfter(date, 1);
  const open = sessionHours(next)?.open;
  if (!open) throw new Error(`No session on the trading day ${next}`);
  return open;
}
