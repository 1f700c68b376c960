import type { Quote } from '../market/quote.ts';
import { exitPriceIn } from './exit-price.ts';
import { mayFollow } from './follow-quote.ts';
import { isHeld } from '../trade/hold-adjusted.ts';
import { whyNotTaken, type ExitRules } from './next-step.ts';
import { isUnprotected } from '../trade/standing-exits.ts';
import type { TradeEvent } from '../trade/trade-event.ts';
import type { Trade, TradeAggregate } from '../trade/trade.ts';
import { isTighter, stopInForce, trailedBracket } from '../trade/trail-stop.ts';

/**
 * How often stops are moved at a venue. Moving one leg of a pair takes two orders' worth of requests, so ten a
 * minute leave two thirds of Tradier's 60 to other exits. The desk watches the stops whose move waits.
 */
export const TRAIL_PACE = { secondsPerTrade: 30, movesPerMinute: 10 } as const;

/**
 * Whether the stop at the venue lags behind the one in force and may be moved: the venue holds the exits,
 * nothing else is under way, and the venue was asked neither for this stop before nor for any other lately.
 */
export function isMoveDue(aggregate: TradeAggregate, now: Date): boolean {
  const { trade } = aggregate;
  const { trail, side, bracket } = trade;
  if (!trail || trade.status !== 'OPEN' || trade.wantedBracket || trade.closeRequest) return false;
  if (trade.protection === 'WATCHED' || isUnprotected(aggregate) || isHeld(aggregate)) return false;
  if (movedWithin(trade, TRAIL_PACE.secondsPerTrade, now)) return false;
  const stop = stopInForce(trade);
  return (
    stop !== null && isTighter(side, stop, bracket.stopLoss) && isTighter(side, stop, trail.asked)
  );
}

/** Whether the venue would take the stop in force, by its rules, its earlier refusals and the market now. */
export function wouldStand(
  { trade, orders }: TradeAggregate,
  { quote, rules }: { quote: Quote; rules: ExitRules },
  now: Date,
): boolean {
  const wanted = trailedBracket(trade);
  const price = exitPriceIn(trade, quote);
  if (!wanted.stopLoss || !price || !mayFollow(trade, quote, now)) return false;
  if (!isTighter(trade.side, price, wanted.stopLoss)) return false;
  return whyNotTaken(wanted, trade.openQuantity, orders, rules, now) === null;
}

/** Whether the moves asked of a venue in the last minute have used up its limit. */
export function isPaceSpent(trades: readonly Trade[], now: Date): boolean {
  return trades.filter((trade) => movedWithin(trade, 60, now)).length >= TRAIL_PACE.movesPerMinute;
}

function movedWithin({ trail }: Trade, seconds: number, now: Date): boolean {
  return trail?.askedAt != null && now.getTime() - trail.askedAt.getTime() < seconds * 1000;
}

/** Whether the trail has reached a tighter stop than the one on record. */
export function lagsBehind(trade: Trade): boolean {
  const stop = stopInForce(trade);
  return stop !== null && isTighter(trade.side, stop, trade.bracket.stopLoss);
}

/** Whether only the desk holds the trailing stop, and the trail has reached a tighter one. */
export function trailsWatched({ trade }: TradeAggregate): boolean {
  const { status, protection } = trade;
  return status === 'OPEN' && protection === 'WATCHED' && lagsBehind(trade);
}

/** Whether a stop that only the desk holds has trailed, and its last record is old enough. */
export function isTrailDue(trade: Trade, now: Date): boolean {
  if (trade.status !== 'OPEN' || !lagsBehind(trade)) return false;
  return !movedWithin(trade, TRAIL_PACE.secondsPerTrade, now);
}

/** Whether the stop in force has tightened since the trade's last event, and that event is old enough. */
export function isAlertDue(trade: Trade, last: TradeEvent, now: Date): boolean {
  const stop = stopInForce(trade);
  const age = now.getTime() - last.occurredAt.getTime();
  if (!stop || age < TRAIL_PACE.secondsPerTrade * 1000) return false;
  return isTighter(trade.side, stop, stopInForce(last.trade));
}

/** Dollars by which the stop at the venue lags behind the one in force. */
export function lagOf(trade: Trade): number {
  const stop = stopInForce(trade);
  if (!stop) return 0;
  const gap = stop.minus(trade.bracket.stopLoss ?? 0).abs();
  return gap.times(trade.openQuantity).times(trade.instrument.multiplier).toNumber();
}
