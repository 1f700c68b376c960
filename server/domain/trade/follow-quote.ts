import type { Decimal } from '../decimal.ts';
import { untrustedReason } from '../market/mark-rules.ts';
import { mayBePhantom } from '../market/phantom.ts';
import type { Quote } from '../market/quote.ts';
import { directionOf, type Trade } from './trade.ts';
import { isTighter } from './trail-stop.ts';

/** What one gets out at: a long at the bid, a short at the ask. */
export function exitPriceIn({ side }: Trade, { bid, ask }: Quote): Decimal | null {
  return directionOf(side) === 1 ? bid : ask;
}

/**
 * Whether a trail may follow this quote: trusted, no phantom, of this very instrument, and heard since the
 * entry.
 */
export function mayFollow(trade: Trade, quote: Quote, now: Date): boolean {
  if (quote.symbol !== trade.instrument.symbol) return false;
  if (quote.assetClass !== trade.instrument.assetClass || untrustedReason(quote, now)) return false;
  const heard = quote.receivedAt ?? quote.sourceTime;
  if (!trade.openedAt || !heard || heard < trade.openedAt) return false;
  return !mayBePhantom(trade.venue, trade.instrument, quote, now);
}

/** The better mark that a quote brings a trail; null where it brings none. */
export function newBest(trade: Trade, quote: Quote, now: Date): Decimal | null {
  const { trail, side } = trade;
  if (!trail || trade.openQuantity.isZero() || !mayFollow(trade, quote, now)) return null;
  const price = exitPriceIn(trade, quote);
  return price && isTighter(side, price, trail.best) ? price : null;
}
