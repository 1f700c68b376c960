import { dec, type Decimal } from '../decimal.ts';
import { splitPrice } from './split-trade.ts';
import { stopInForce } from './trail-stop.ts';
import { type Trade } from './trade.ts';
import { directionOf } from '../order/order.ts';

/** What a trade's numbers mean, as the public contract has it. All money is in US dollars. */

const RISK_DIGITS = 12;

/** What is held at cost while anything is held; of a closed trade, what its entry cost. Null before the first fill. */
export function costBasisOf(trade: Trade): Decimal | null {
  if (trade.filledQuantity.isZero()) return null;
  return trade.phase === 'CLOSED' ? trade.entryCost : trade.openCost;
}

/** What closing at the mark's price would bring over cost, before fees; null without position or price. */
export function unrealizedPnlOf(trade: Trade): Decimal | null {
  const price = trade.mark?.price ?? null;
  if (price === null || trade.openQuantity.isZero()) return null;
  const value = price.times(trade.openQuantity).times(trade.instrument.multiplier);
  return value.times(directionOf(trade.side)).minus(trade.openCost);
}

/** Realized P&L after fees. */
export function netPnlOf(trade: Trade): Decimal {
  return trade.realizedPnl.minus(trade.fees);
}

/**
 * Percent points (1 = 1 %) of what the entry cost or brought: `netPnl`, and while anything is held
 * what it would fetch at its mark besides. Null before the first fill or without a mark.
 */
export function returnPctOf(trade: Trade): Decimal | null {
  if (trade.entryCost.isZero()) return null;
  const open = trade.openQuantity.isZero() ? dec(0) : unrealizedPnlOf(trade);
  return open && netPnlOf(trade).plus(open).div(trade.entryCost.abs()).times(100);
}

/**
 * Dollars lost between the entry and the stop that the trade began with, wherever that was moved since:
 * what 1 R is. Null without such a stop, before the first fill, and where that stop locked in a gain.
 */
export function riskAtEntryOf(trade: Trade, firstStop: Decimal | null): Decimal | null {
  if (!firstStop || trade.filledQuantity.isZero()) return null;
  const size = trade.filledQuantity.times(trade.instrument.multiplier);
  const risk = trade.entryCost.minus(firstStop.times(size).times(directionOf(trade.side)));
  // A stop by a split's ratio may have no finite decimal form.
  return risk.greaterThan(0) ? risk.toDecimalPlaces(RISK_DIGITS) : null;
}

/** The stop that a ticket asked for, in dollars per share or unit as they are now: after every split that is booked. */
export function firstStopNow({ split }: Trade, firstStop: Decimal): Decimal {
  return split ? splitPrice(firstStop, split) : firstStop;
}

/** In units of `riskAtEntryOf`: `netPnl`, and while anything is held what it would fetch at its mark besides. */
export function rMultipleOf(trade: Trade, firstStop: Decimal | null): Decimal | null {
  const risk = riskAtEntryOf(trade, firstStop);
  const open = trade.openQuantity.isZero() ? dec(0) : unrealizedPnlOf(trade);
  return risk && open && netPnlOf(trade).plus(open).div(risk);
}

/** Dollars that a trade adds from its mark to the stop in force; null without a position, stop or mark. */
export function toStopOf(trade: Trade): Decimal | null {
  const stop = stopInForce(trade);
  const price = trade.mark?.price ?? null;
  if (!stop || !price || trade.openQuantity.isZero()) return null;
  const size = trade.openQuantity.times(trade.instrument.multiplier);
  return stop.minus(price).times(size).times(directionOf(trade.side));
}

/** Minutes from the first fill to the close, or to now; null before the first fill. */
export function holdMinutesOf(trade: Trade, now: Date): number | null {
  if (!trade.openedAt) return null;
  return minutesBetween(trade.openedAt, trade.closedAt ?? now);
}

/** Seconds in which a wanted exit stood nowhere, the running span included. */
export function unprotectedSecondsOf(trade: Trade, now: Date): number {
  if (!trade.unprotectedSince) return trade.unprotectedSeconds;
  return trade.unprotectedSeconds + millisBetween(trade.unprotectedSince, now) / 1000;
}

function minutesBetween(from: Date, to: Date): number {
  return millisBetween(from, to) / 60_000;
}

function millisBetween(from: Date, to: Date): number {
  return Math.max(0, to.getTime() - from.getTime());
}
