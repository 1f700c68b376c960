import { isOption } from '../instrument/instrument.ts';
import { exchangeDate } from '../calendar/market-calendar.ts';
import type { Decimal } from '../decimal.ts';
import { markOf } from '../market/mark-rules.ts';
import { mayBeOtherBasis } from '../market/price-basis.ts';
import type { Quote } from '../market/quote.ts';
import { entryPriceOf, type Markable } from '../trade/trade.ts';

/**
 * Whether a quote is so far from the trade's last known price that a split may lie between them; for an option,
 * the underlying's price counts. A split takes effect between two sessions, so a move within one day is the
 * market's.
 */
export function mayBeSplit(trade: Markable, quote: Quote, now: Date): boolean {
  const before = lastKnown(trade);
  if (!before?.price || exchangeDate(before.at) >= exchangeDate(now)) return false;
  const price = basisOf(trade, markOf(quote, trade.instrument, trade.side));
  return price !== null && mayBeOtherBasis(price, before.price);
}

interface Known {
  readonly price: Decimal | null;
  readonly at: Date;
}

function lastKnown(trade: Markable): Known | null {
  const { mark, openedAt, instrument, entryUnderlyingPrice } = trade;
  const seen = mark && basisOf(trade, mark);
  if (mark?.receivedAt && seen) return { price: seen, at: mark.receivedAt };
  const paid = isOption(instrument) ? entryUnderlyingPrice : entryPriceOf(trade);
  return openedAt && { price: paid, at: openedAt };
}

function basisOf(
  { instrument }: Markable,
  mark: Pick<NonNullable<Markable['mark']>, 'price' | 'underlyingPrice'>,
): Decimal | null {
  return isOption(instrument) ? mark.underlyingPrice : mark.price;
}
