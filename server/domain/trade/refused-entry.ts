import { exchangeDate } from '../calendar/market-calendar.ts';
import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import type { TradeDraft } from './trade-draft.ts';
import type { TradeAggregate } from './trade.ts';

/** After that long, a trader who saw no order may have changed their mind. */
const STILL_WANTED_MS = 5 * 60_000;

/** What to do with an entry that was refused only because of its exits. */
export type AfterRefusal =
  { readonly kind: 'SEND_ENTRY' } | { readonly kind: 'GIVE_UP_ENTRY'; readonly order: Order };

/** A DAY entry with GTC exits was refused: the venue may take it when all orders are DAY. */
export function mayGoAgain(draft: TradeDraft, entry: Order): boolean {
  const { closeRequest } = draft.trade;
  if (entry.status !== 'REJECTED' || entry.timeInForce !== 'DAY' || closeRequest) return false;
  if (!isStillWanted(entry, draft.at)) return false;
  return draft.orders.some(({ tag, timeInForce }) => tag === entry.tag && timeInForce === 'GTC');
}

/** The trade stays PENDING, and the planner sends its entry again as a new order. */
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

/** Null unless `awaitResend` left the trade: only then is it PENDING with a rejected entry. */
export function afterRefusal({ trade, orders }: TradeAggregate, now: Date): AfterRefusal | null {
  const order = orders.findLast(({ role }) => role === 'ENTRY');
  if (trade.phase !== 'PENDING' || order?.status !== 'REJECTED') return null;
  const goes = !trade.closeRequest && isStillWanted(order, now);
  return goes ? { kind: 'SEND_ENTRY' } : { kind: 'GIVE_UP_ENTRY', order };
}

function isStillWanted({ placedAt }: Order, now: Date): boolean {
  const soon = now.getTime() - placedAt.getTime() <= STILL_WANTED_MS;
  return soon && exchangeDate(placedAt) === exchangeDate(now);
}
