import type { Decimal } from '../decimal.ts';
import type { Quote } from '../market/quote.ts';
import { exitPriceIn, isTradable } from './exit-price.ts';
import { mayFollow } from './follow-quote.ts';
import { isHeld } from '../trade/hold-adjusted.ts';
import { isUnprotected } from '../trade/standing-exits.ts';
import { type TradeAggregate } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';
import { lagsBehind } from './trail-pace.ts';
import { isTighter, stopInForce } from '../trade/trail-stop.ts';

export type ExitSignal = 'STOP_LOSS' | 'TAKE_PROFIT';

/**
 * Which exit that stands at no venue a quote has reached; of a trail also the stop that the venue's has
 * not been moved to yet. Null where nobody could trade at the quote.
 */
export function exitSignal(aggregate: TradeAggregate, quote: Quote, now: Date): ExitSignal | null {
  const { trade } = aggregate;
  if (!isWatched(aggregate) || !isTradable(trade, quote, now)) return null;
  const long = directionOf(trade.side) === 1;
  const price = exitPriceIn(trade, quote);
  if (!price) return null;
  const { stopLoss, takeProfit } = trade.bracket;
  const reached = (stop: Decimal | null) => stop !== null && !isTighter(trade.side, price, stop);
  // What has reached the stop that stands at the venue is the venue's to fill.
  if (reached(stopLoss)) return isUnprotected(aggregate) ? 'STOP_LOSS' : null;
  if (mayFollow(trade, quote, now) && reached(stopInForce(trade))) return 'STOP_LOSS';
  if (
    takeProfit &&
    (long ? price.greaterThanOrEqualTo(takeProfit) : price.lessThanOrEqualTo(takeProfit))
  ) {
    return trade.protection === 'VENUE' || trade.status === 'CLOSING' ? null : 'TAKE_PROFIT';
  }
  return null;
}

/**
 * Open, with an exit on record that no venue holds, and nothing under way to close it; or with a
 * person's limit close resting where the stop was. Not while a person has to choose between the desk's
 * terms of an exit and the venue's: prices may be those of other shares by then.
 */
export function isWatched(aggregate: TradeAggregate): boolean {
  const { trade } = aggregate;
  if (isHeld(aggregate)) return false;
  if (trade.status === 'CLOSING') {
    return trade.closeRequest?.orderType === 'LIMIT' && isUnprotected(aggregate);
  }
  if (trade.status !== 'OPEN') return false;
  if (isUnprotected(aggregate) || lagsBehind(trade)) return true;
  return trade.protection === 'WATCHED' && trade.bracket.takeProfit !== null;
}
