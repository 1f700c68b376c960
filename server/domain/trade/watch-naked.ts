import { isWorking } from '../order/order-status.ts';
import { hasExpired } from './has-expired.ts';
import { isNaked, type TradeDraft } from './trade-draft.ts';
import type { TradeAggregate } from './trade.ts';

/** Held without a stop at the venue, and nobody has been told that the desk watches it. */
export function isUnwatched(aggregate: TradeAggregate, now: Date): boolean {
  const { status, protection, instrument } = aggregate.trade;
  if (status !== 'OPEN' && status !== 'CLOSING') return false;
  return isNaked(aggregate) && protection !== 'WATCHED' && !hasExpired(instrument, now);
}

/** A position that ends a sync without its stop at the venue is the desk's to watch, and is told. */
export function watchNaked(draft: TradeDraft): void {
  if (!isUnwatched(draft.after, draft.at)) return;
  const why = reasonOf(draft.after);
  draft.set({ protection: 'WATCHED' });
  draft.alert('UNPROTECTED', 'CRITICAL', `No stop works at the venue: ${why}.`);
  draft.tell('EXITS_WATCHED', `The desk watches the stop itself: ${why}.`);
}

function reasonOf({ trade, orders }: TradeAggregate): string {
  if (trade.status === 'CLOSING') return 'a close is under way in its place';
  const filling = orders.some((order) => order.role === 'ENTRY' && isWorking(order.status));
  return filling ? 'the entry is still filling' : 'it does not stand yet';
}
