import type { Decimal } from '../decimal.ts';
import type { Quote } from '../market/quote.ts';
import { exitPriceIn, isTradable } from './exit-price.ts';
import type { Trade } from '../trade/trade.ts';
import { isTighter } from '../trade/trail-stop.ts';

/** Whether a trail may follow this quote: it is tradable, and arrived after the entry. */
export function mayFollow(trade: Trade, quote: Quote, now: Date): boolean {
  const heard = quote.receivedAt ?? quote.sourceTime;
  if (!trade.openedAt || !heard || heard < trade.openedAt) return false;
  return isTradable(trade, quote, now);
}

/** The trail's new best price when this quote improves it; else null. */
export function newBest(trade: Trade, quote: Quote, now: Date): Decimal | null {
  const { trail, side } = trade;
  if (!trail || trade.openQuantity.isZero() || !mayFollow(trade, quote, now)) return null;
  const price = exitPriceIn(trade, quote);
  return price && isTighter(side, price, trail.best) ? price : null;
}
