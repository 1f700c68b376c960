import type { Decimal } from '../decimal.ts';
import type { Quote } from '../market/quote.ts';
import { exitPriceIn, isTradable } from './exit-price.ts';
import { mayFollow } from './follow-quote.ts';
import { isHeld } from '../trade/hold-adjusted.ts';
import { worksAtVenue } from '../order/waits-at-desk.ts';
import { heldByDesk } from '../trade/held-by-desk.ts';
import { isUnprotected } from '../trade/standing-exits.ts';
import { type TradeAggregate } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';
import { lagsBehind } from './trail-pace.ts';
import { isTighter, stopInForce } from '../trade/trail-stop.ts';

export type ExitSignal = 'STOP_LOSS' | 'TAKE_PROFIT';

/**
 * The watched exit that a quote has reached, or the trailed stop, when the venue's stop has not been moved to
 * it yet. Null when no trade is possible at the quote.
 */
export function exitSignal(aggregate: TradeAggregate, quote: Quote, now: Date): ExitSignal | null {
  const { trade } = aggregate;
  if (!isWatched(aggregate) || !isTradable(trade, quote, now)) return null;
  const long = directionOf(trade.side) === 1;
  const price = exitPriceIn(trade, quote);
  if (!price) return null;
  const { stopLoss, takeProfit } = trade.bracket;
  const reached = (stop: Decimal | null) => stop !== null && !isTighter(trade.side, price, stop);
  // The venue fills what reaches a stop that it holds.
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

/** A close that was sent cannot be taken back. A person's limit waits at the desk, and the stop counts meanwhile. */
function isWatchedAtDesk({ trade, orders }: TradeAggregate): boolean {
  const { phase, openQuantity, bracket, wantedBracket, trail } = trade;
  if (phase !== 'OPEN' || openQuantity.isZero() || trade.status === 'NEEDS_REVIEW') return false;
  if (orders.some(worksAtVenue)) return false;
  const { stopLoss, takeProfit } = wantedBracket ?? bracket;
  return stopLoss !== null || takeProfit !== null || trail !== null;
}

/**
 * Whether the desk watches a trade: it is open with an exit that no venue holds and no close under way, or a
 * person's limit close rests in place of the stop. Not while a person has to choose between the desk's exit
 * terms and the venue's: the prices may be for other shares by then.
 */
export function isWatched(aggregate: TradeAggregate): boolean {
  const { trade } = aggregate;
  if (isHeld(aggregate)) return false;
  if (heldByDesk(trade)) return isWatchedAtDesk(aggregate);
  if (trade.status === 'CLOSING') {
    return trade.closeRequest?.orderType === 'LIMIT' && isUnprotected(aggregate);
  }
  if (trade.status !== 'OPEN') return false;
  if (isUnprotected(aggregate) || lagsBehind(trade)) return true;
  return trade.protection === 'WATCHED' && trade.bracket.takeProfit !== null;
}
