import { isShares } from '../../domain/instrument/instrument.ts';
import { sharesShort } from '../../domain/risk/cover.ts';
import { isSameSymbol } from '../../domain/instrument/share-class.ts';
import { isShortCall } from '../../domain/risk/short-call.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import { accountOf, isIn } from '../../domain/trade/venue-account.ts';
import type { BookChange } from '../../ports/book.ts';

/**
 * Alerts to short calls that shares no longer cover, after a change of either; this refuses no exit. It looks
 * only when the quantity of calls or shares has changed.
 */
export async function alertCover(change: BookChange, draft: TradeDraft): Promise<void> {
  const { before, trade, at } = draft;
  const held = before?.trade.openQuantity;
  if (held ? held.equals(trade.openQuantity) : trade.openQuantity.isZero()) return;
  const { instrument, side } = trade;
  if (!isShares(instrument) && !isShortCall(instrument, side)) return;
  const active = await change.activeTrades();
  const { underlying } = instrument;
  const place = accountOf(trade);
  const calls = active
    .filter(isIn(place))
    .map((each) => each.trade)
    .filter((each) => isShortCall(each.instrument, each.side))
    .filter(
      (each) => isSameSymbol(each.instrument.underlying, underlying) && !each.openQuantity.isZero(),
    );
  const missing = sharesShort(active, underlying, place);
  for (const call of calls) {
    if (missing.isZero()) await change.resolve('UNCOVERED', call.id, at);
    else
      await change.raise(
        {
          ...{ kind: 'UNCOVERED', severity: 'CRITICAL', tradeId: call.id },
          message: `${call.instrument.symbol} is short, and ${missing.toFixed()} shares of ${underlying} are missing to cover what is short in this account: its loss has no bound.`,
          condition: missing.toFixed(),
        },
        at,
      );
  }
}
