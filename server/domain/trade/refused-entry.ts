import { exchangeDate } from '../calendar/market-calendar.ts';
import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import type { TradeDraft } from './trade-draft.ts';
import type { TradeAggregate } from './trade.ts';

/** After that long a trader who saw no order may have decided anew. */
const STILL_WANTED_MS = 5 * 60_000;

/** What to do of an entry that was refused only for the exits that it brought along. */
export type AfterRefusal =
  { readonly kind: 'SEND_ENTRY' } | { readonly kind: 'GIVE_UP_ENTRY'; readonly order: Order };

/** A DAY entry whose exits were to stand longer: all for the day, the venue may take them. */
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

/** Only a trade that `awaitResend` left is PENDING with an entry refused; null for any other. */
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
