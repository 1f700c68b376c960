import { saidPrice } from '../decimal.ts';
import { isToken } from '../instrument/instrument.ts';
import type { Mark } from '../market/mark.ts';
import type { Fill } from '../order/order.ts';
import { applyEntryFill } from '../trade/apply-fill.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { isExpiry } from '../trade/trade-status.ts';
import { startTrail } from '../trade/trail-stop.ts';
import { rememberEntryMarket } from './remember-entry-market.ts';

/**
 * Books a fill of the entry, whatever state the trade is in. The first fill opens the trade, and reopens one
 * that had ended or was given up too soon. A trade under review stays there; a settled trade goes to review.
 */
export function bookEntryFill(draft: TradeDraft, fill: Fill, entryMark: Mark | null): void {
  const { status, phase, settlement } = draft.trade;
  const first = draft.trade.filledQuantity.isZero();
  const ended = phase === 'CLOSED';
  const settled = ended && (settlement !== null || isExpiry(status));
  draft.set(applyEntryFill(draft.trade, fill));
  if (first) {
    draft.set({ openedAt: fill.filledAt });
    rememberEntryMarket(draft, entryMark);
  }
  if (ended) draft.set({ closedAt: null, closeReason: null, protection: 'NONE' });
  const opens = (first || ended) && !settled && status !== 'NEEDS_REVIEW';
  if (opens) draft.become('OPEN', { reason: null });
  draft.set(startTrail(draft.trade, fill.price));
  const { filledQuantity, quantity, instrument } = draft.trade;
  const about = isToken(instrument) ? 'about ' : '';
  const size = `${filledQuantity.toFixed()} of ${about}${quantity.toFixed()}`;
  const message = `Entry filled ${size} at ${saidPrice(fill.price)}.`;
  draft.record('ENTRY_FILLED', message, fill.filledAt);
  if (!settled) return;
  draft.askForReview('An order of it was told to have filled after its contract had been settled.');
}
