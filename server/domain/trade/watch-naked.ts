import { hasExpired } from './has-expired.ts';
import { isNaked, type TradeDraft } from './trade-draft.ts';
import type { TradeAggregate } from './trade.ts';
import { whyNaked } from './why-naked.ts';

/** Held without a stop at the venue, and nobody has been told that the desk watches it. */
export function isUnwatched(aggregate: TradeAggregate, now: Date): boolean {
  const { status, protection, instrument } = aggregate.trade;
  if (status !== 'OPEN' && status !== 'CLOSING') return false;
  return isNaked(aggregate) && protection !== 'WATCHED' && !hasExpired(instrument, now);
}

/** A position that ends a sync without its stop at the venue is the desk's to watch, and is told. */
export function watchNaked(draft: TradeDraft): void {
  if (!isUnwatched(draft.after, draft.at)) return;
  const why = whyNaked(draft.after, draft.at)?.words ?? 'it does not stand yet';
  draft.set({ protection: 'WATCHED' });
  draft.alert('UNPROTECTED', 'CRITICAL', `No stop works at the venue: ${why}.`);
  draft.tell('EXITS_WATCHED', `The desk watches the stop itself: ${why}.`);
}
