import type { Mark } from '../market/mark.ts';
import type { Fill } from '../order/order.ts';
import { applyEntryFill } from '../trade/apply-fill.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { isExpiry } from '../trade/trade-status.ts';
import { startTrail } from '../trade/trail-stop.ts';
import { rememberEntryMarket } from './remember-entry-market.ts';

/** Books a fill of the entry: what it brought is held, whatever the trade was until then. */
export function bookEntryFill(draft: TradeDraft, fill: Fill, entryMark: Mark | null): void {
  const { status, settlement } = draft.trade;
  const first = draft.trade.filledQuantity.isZero();
  draft.set(applyEntryFill(draft.trade, fill));
  if (first) {
    draft.set({ openedAt: fill.filledAt });
    rememberEntryMarket(draft, entryMark);
  }
  const settled = settlement !== null || isExpiry(status);
  hold(draft, first, settled);
  draft.set(startTrail(draft.trade, fill.price));
  const { filledQuantity, quantity } = draft.trade;
  const message = `Entry filled ${filledQuantity} of ${quantity} at ${fill.price}.`;
  draft.record('ENTRY_FILLED', message, fill.filledAt);
  if (!settled) return;
  draft.askForReview('An order of it was told to have filled after its contract had been settled.');
}

/**
 * Opens the trade with the first fill, and opens one again that had ended, or had been given up too soon. What
 * is under review stays there, and what was settled is a person's to judge.
 */
function hold(draft: TradeDraft, first: boolean, settled: boolean): void {
  const { status, closedAt } = draft.trade;
  if (closedAt) draft.set({ closedAt: null, closeReason: null, protection: 'NONE' });
  if (status === 'NEEDS_REVIEW' || settled) return;
  if (first || closedAt) draft.become('OPEN', { reason: null });
}
