import { isShares } from '../instrument/instrument.ts';
import type { Decimal } from '../decimal.ts';
import type { Trade, TradeAggregate } from '../trade/trade.ts';
import { accountOf } from '../trade/venue-account.ts';
import { sharesShort } from './cover.ts';

/** What selling this quantity of a trade's shares would leave uncovered, in words; null when nothing. */
export function coverNote(
  active: readonly TradeAggregate[],
  trade: Trade,
  quantity: Decimal,
): string | null {
  const { instrument } = trade;
  if (!isShares(instrument)) return null;
  const left = active.map((each) =>
    each.trade.id === trade.id
      ? { ...each, trade: { ...trade, openQuantity: trade.openQuantity.minus(quantity) } }
      : each,
  );
  const missing = sharesShort(left, instrument.symbol, accountOf(trade));
  if (missing.isZero()) return null;
  return `These shares cover short calls: after this close ${missing.toFixed()} shares of ${instrument.symbol} are missing, and the loss of those calls has no bound.`;
}
