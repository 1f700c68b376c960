import { isOption } from '../instrument/instrument.ts';
import type { Mark } from '../market/mark.ts';
import { greeksOf } from '../market/quote.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';

/** Stores the market at the time when the entry filled, if known. */
export function rememberEntryMarket(draft: TradeDraft, mark: Mark | null): void {
  if (!mark) return;
  draft.set({ mark, entryUnderlyingPrice: mark.underlyingPrice });
  if (isOption(draft.trade.instrument)) draft.set({ entryGreeks: greeksOf(mark) });
}
