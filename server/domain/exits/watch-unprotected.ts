import { hasExpired } from '../trade/has-expired.ts';
import { heldByDesk } from '../trade/held-by-desk.ts';
import { isHeld } from '../trade/hold-adjusted.ts';
import { isUnprotected } from '../trade/standing-exits.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import { whyUnprotected } from './why-unprotected.ts';

/**
 * Whether the position has no stop at the venue, and the record does not say yet that the desk watches it.
 * Where the desk holds the exits, another alert says what keeps it from acting.
 */
export function isUnwatched(aggregate: TradeAggregate, now: Date): boolean {
  const { status, protection, instrument } = aggregate.trade;
  if ((status !== 'OPEN' && status !== 'CLOSING') || heldByDesk(aggregate.trade)) return false;
  const recorded = isHeld(aggregate) ? 'NONE' : 'WATCHED';
  return isUnprotected(aggregate) && protection !== recorded && !hasExpired(instrument, now);
}

/** Alerts and records that no stop works at the venue, and whether the desk watches the stop. */
export function watchUnprotected(draft: TradeDraft): void {
  if (!isUnwatched(draft.after, draft.at)) return;
  const why = whyUnprotected(draft.after, draft.at)?.words ?? 'it does not stand yet';
  draft.alert('UNPROTECTED', 'CRITICAL', `No stop of its size works at the venue: ${why}.`);
  if (isHeld(draft.after)) {
    draft.set({ protection: 'NONE' }).record('EXITS_LOST', `Nobody watches the stop: ${why}.`);
    return;
  }
  draft.set({ protection: 'WATCHED' });
  draft.record('EXITS_WATCHED', `The desk watches the stop itself: ${why}.`);
}
