import { exchangeDate } from '../calendar/market-calendar.ts';
import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import type { TradeDraft } from './trade-draft.ts';
import type { Trade, TradeAggregate } from './trade.ts';

/** How long an entry is still wanted: later, a trader who saw no order may have changed their mind. */
const STILL_WANTED_MS = 5 * 60_000;

/** What to do with an entry that was refused only because of its exits. */
export type AfterRefusal =
  { readonly kind: 'SEND_ENTRY' } | { readonly kind: 'GIVE_UP_ENTRY'; readonly order: Order };

/** Whether the venue may take a refused DAY entry with GTC exits when all its orders are DAY. */
export function mayGoAgain(draft: TradeDraft, entry: Order): boolean {
  const { closeRequest } = draft.trade;
  if (!mayDiffer(draft.trade) || closeRequest) return false;
  return asksTooLong(entry, draft.orders) && isStillWanted(entry, draft.at);
}

function asksTooLong(entry: Order, orders: readonly Order[]): boolean {
  if (entry.status !== 'REJECTED' || entry.timeInForce !== 'DAY') return false;
  return orders.some(({ tag, timeInForce }) => tag === entry.tag && timeInForce === 'GTC');
}

/** Whether durations may differ: with real money, only the very order that a person confirmed goes out. */
export function mayDiffer({ mode }: Pick<Trade, 'mode'>): boolean {
  return mode !== 'REAL';
}

/** The end of a refused entry that the desk does not send again by itself: its reason says how to go on. */
export function givenUp(entry: Order, orders: readonly Order[]): Order {
  return asksTooLong(entry, orders) ? { ...entry, reason: placeAnew(entry.reason) } : entry;
}

/** The venue's reason, and how to go on. */
export function placeAnew(reason: string | null): string {
  const said = reason ?? 'the venue gave no reason';
  return `${said}; the venue takes no exits that stand longer than their DAY entry; place it anew: its exits are then for the day`;
}

/** Keeps the trade PENDING, so that the planner sends its entry again as a new order. */
export function awaitResend(draft: TradeDraft, entry: Order): void {
  for (const leg of draft.orders) {
    if (leg.tag !== entry.tag || isFinal(leg.status)) continue;
    draft.setOrder(leg.id, { status: 'CANCELED', reason: 'went with its entry' });
  }
  draft.record(
    'ORDER_REJECTED',
    'The venue takes no exits beside a DAY entry that stand longer: all of it goes again, for the day.',
  );
}

/** What to do after a refusal; null unless `awaitResend` left the trade PENDING with a rejected entry. */
export function afterRefusal({ trade, orders }: TradeAggregate, now: Date): AfterRefusal | null {
  const order = orders.findLast(({ role }) => role === 'ENTRY');
  if (trade.phase !== 'PENDING' || order?.status !== 'REJECTED') return null;
  if (trade.closeRequest) return { kind: 'GIVE_UP_ENTRY', order };
  if (mayDiffer(trade) && isStillWanted(order, now)) return { kind: 'SEND_ENTRY' };
  return { kind: 'GIVE_UP_ENTRY', order: givenUp(order, orders) };
}

function isStillWanted({ placedAt }: Order, now: Date): boolean {
  const soon = now.getTime() - placedAt.getTime() <= STILL_WANTED_MS;
  return soon && exchangeDate(placedAt) === exchangeDate(now);
}
