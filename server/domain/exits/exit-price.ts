import type { Decimal } from '../decimal.ts';
import { isQuoteOf, untrustedReason } from '../market/mark-rules.ts';
import { mayBePhantom } from '../market/phantom.ts';
import type { Quote } from '../market/quote.ts';
import { type Trade } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';

/** What one gets out at: a long at the bid, a short at the ask. */
export function exitPriceIn({ side }: Trade, { bid, ask }: Quote): Decimal | null {
  return directionOf(side) === 1 ? bid : ask;
}

/**
 * Whether a position could be closed at this quote: of its very instrument, fresh, two-sided and sane, and
 * of the regular session after its first minute. No other triggers an exit, moves a trail or widens an
 * excursion.
 */
export function isTradable({ venue, instrument }: Trade, quote: Quote, now: Date): boolean {
  if (!isQuoteOf(quote, instrument) || untrustedReason(quote, now)) return false;
  return !mayBePhantom(venue, instrument, quote, now);
}
