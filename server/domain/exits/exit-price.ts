import type { Decimal } from '../decimal.ts';
import { isQuoteOf, untrustedReason } from '../market/mark-rules.ts';
import { mayBePhantom } from '../market/phantom.ts';
import type { Quote } from '../market/quote.ts';
import type { Markable } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';

/** The price to exit at: the bid for a long, the ask for a short. */
export function exitPriceIn({ side }: Markable, { bid, ask }: Quote): Decimal | null {
  return directionOf(side) === 1 ? bid : ask;
}

/**
 * Whether a position could be closed at this quote: it is of exactly this instrument, fresh, two-sided, sane,
 * and past the first minute of the regular session. Only such a quote triggers an exit, moves a trail or
 * widens an excursion.
 */
export function isTradable({ venue, instrument }: Markable, quote: Quote, now: Date): boolean {
  if (!isQuoteOf(quote, instrument) || untrustedReason(quote, now)) return false;
  return !mayBePhantom(venue, instrument, quote, now);
}
