import { type Decimal } from '../decimal.ts';
import { applyExitFill, executionAt } from '../trade/apply-fill.ts';
import { widenExcursions } from '../trade/excursions.ts';
import type { ClosingPrint } from './settle.ts';
import { deliveryWord } from './shares-due.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import type { Trade } from '../trade/trade.ts';

/**
 * Takes shares out of a trade, as sold at the official close. A person traded the option that took them, so a
 * trade that goes flat ends as MANUAL_CLOSE, with the delivery as its reason.
 */
export function deliverShares(
  draft: TradeDraft,
  option: Trade,
  { quantity, print }: { quantity: Decimal; print: ClosingPrint },
): TradeDraft {
  const { price, sourceTime } = print;
  const word = deliveryWord(option.side);
  const reason = `${quantity.toFixed()} delivered by ${word} of ${option.instrument.symbol} (${option.id}) at ${price.toFixed()}`;
  draft.set(widenExcursions(draft.trade, price));
  draft.set(applyExitFill(draft.trade, executionAt(quantity, price)));
  draft.set({ deliveredTo: [...draft.trade.deliveredTo, option.id] });
  if (draft.trade.openQuantity.isZero()) {
    draft.become('MANUAL_CLOSE', {
      ...{ closeReason: 'MANUAL_CLOSE', closedAt: sourceTime, reason },
      ...{ closeRequest: null, wantedBracket: null },
    });
    draft.resolve('UNPROTECTED').resolve('EXIT_REFUSED').resolve('ORDER_UNKNOWN');
  }
  return draft.record('SHARES_GIVEN', `${reason}, the official close.`, sourceTime);
}
