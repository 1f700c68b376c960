import { dec, type Decimal } from '../decimal.ts';
import { splitPrice } from './split-trade.ts';
import { stopInForce } from './trail-stop.ts';
import { type Trade } from './trade.ts';
import { directionOf } from '../order/order.ts';

/** The definitions of a trade's figures in the public API. All money is in US dollars. */

const RISK_DIGITS = 12;

/** The cost of the holding; once closed, the cost of the whole entry. Null before the first fill. */
export function costBasisOf(trade: Trade): Decimal | null {
  if (trade.filledQuantity.isZero()) return null;
  return trade.phase === 'CLOSED' ? trade.entryCost : trade.openCost;
}

/** P&L of closing at the mark, before fees; null without a position or a price. */
export function unrealizedPnlOf(trade: Trade): Decimal | null {
  const price = trade.mark?.price ?? null;
  if (price === null || trade.openQuantity.isZero()) return null;
  const value = price.times(trade.openQuantity).times(trade.instrument.multiplier);
  return value.times(directionOf(trade.side)).minus(trade.openCost);
}

/** Realized P&L after fees. */
export function netPnlOf(trade: Pick<Trade, 'realizedPnl' | 'fees'>): Decimal {
  return trade.realizedPnl.minus(trade.fees);
}

/**
 * Return in percent points (1 = 1 %) of the entry cost or credit: `netPnl` plus the unrealized P&L of the
 * holding. Null before the first fill, or while there is a holding without a mark.
 */
export function returnPctOf(trade: Trade): Decimal | null {
  if (trade.entryCost.isZero()) return null;
  const open = trade.openQuantity.isZero() ? dec(0) : unrealizedPnlOf(trade);
  return open && netPnlOf(trade).plus(open).div(trade.entryCost.abs()).times(100);
}

/**
 * Dollars at risk between the entry and the trade's first stop, wherever the stop has moved since: 1 R. Null
 * without such a stop, before the first fill, and when that stop locked in a gain.
 */
export function riskAtEntryOf(trade: Trade, firstStop: Decimal | null): Decimal | null {
  if (!firstStop || trade.filledQuantity.isZero()) return null;
  const size = trade.filledQuantity.times(trade.instrument.multiplier);
  const risk = trade.entryCost.minus(firstStop.times(size).times(directionOf(trade.side)));
  // A stop adjusted by a split may have no finite decimal form.
  return risk.greaterThan(0) ? risk.toDecimalPlaces(RISK_DIGITS) : null;
}

/** The ticket's stop in dollars per current share or unit: after every booked split. */
export function firstStopNow({ split }: Trade, firstStop: Decimal): Decimal {
  return split ? splitPrice(firstStop, split) : firstStop;
}

/** `netPnl` plus the unrealized P&L of the holding, in units of `riskAtEntryOf`. */
export function rMultipleOf(trade: Trade, firstStop: Decimal | null): Decimal | null {
  const risk = riskAtEntryOf(trade, firstStop);
  const open = trade.openQuantity.isZero() ? dec(0) : unrealizedPnlOf(trade);
  return risk && open && netPnlOf(trade).plus(open).div(risk);
}

/** The change in P&L from the mark to the stop in force, in dollars; null without a position, stop or mark. */
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

/** Seconds without the wanted stop at the venue, including the running span. */
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
