import { Decimal } from '../decimal.ts';
import { isToken, type Instrument } from '../instrument/instrument.ts';
import { roundToTick, tickSize } from '../instrument/tick-size.ts';
import { type OrderSide, directionOf } from '../order/order.ts';
import { badInput } from '../refusal.ts';
import { type Bracket, type Trade, type Trail } from './trade.ts';

/** Checks a trail's distance. @throws {Refusal} BAD_USER_INPUT unless absent, or more than 0 and less than 100. */
export function checkTrailingPct(field: string, pct: Decimal | null | undefined): void {
  if (!pct) return;
  if (pct.lessThanOrEqualTo(0) || pct.greaterThanOrEqualTo(100)) {
    throw badInput(field, 'Percent points: more than 0 and less than 100.');
  }
}

export function newTrail(pct: Decimal, { stopLoss }: Bracket): Trail {
  return { pct, start: stopLoss, best: null, beyond: null, asked: null, askedAt: null };
}

interface Held {
  readonly instrument: Instrument;
  readonly side: OrderSide;
}

/**
 * The stop `pct` percent behind a price: below it for a long, above it for a short. It is on a tick and never
 * closer than the percentage. Null when no price above 0 is left.
 */
export function stopBehind({ instrument, side }: Held, pct: Decimal, price: Decimal) {
  const long = directionOf(side) === 1;
  const share = long ? new Decimal(100).minus(pct) : pct.plus(100);
  const stop = roundToTick(instrument, price.times(share).div(100), long ? 'down' : 'up');
  return stop.greaterThan(0) ? stop : null;
}

/** Whether one stop risks less than another; any stop is tighter than none. */
export function isTighter(side: OrderSide, stop: Decimal, than: Decimal | null): boolean {
  return than === null || stop.minus(than).times(directionOf(side)).greaterThan(0);
}

/**
 * The stop in force now: the stop on record, or a tighter one that the trail has reached. It never loosens and
 * stays a tick short of the target. A person's stop moves on only at a better price than any before that stop.
 */
export function stopInForce(trade: Trade): Decimal | null {
  const { trail, bracket, side } = trade;
  const { stopLoss } = bracket;
  if (!trail?.best || (trail.beyond && !isTighter(side, trail.best, trail.beyond))) return stopLoss;
  const trailed = stopBehind(trade, trail.pct, trail.best);
  const stop = trailed && shortOfTarget(trade, trailed);
  return stop && isTighter(side, stop, stopLoss) ? stop : stopLoss;
}

function shortOfTarget({ instrument, side, bracket }: Trade, stop: Decimal): Decimal | null {
  const { takeProfit } = bracket;
  if (!takeProfit || isTighter(side, takeProfit, stop)) return stop;
  const long = directionOf(side) === 1;
  const gap = tickSize(instrument, takeProfit).times(directionOf(side));
  const last = roundToTick(instrument, takeProfit.minus(gap), long ? 'down' : 'up');
  return last.greaterThan(0) ? last : null;
}

/** The bracket with the stop in force; the stop's limit moves by the same distance. */
export function trailedBracket(trade: Trade): Bracket {
  return withStop(trade, trade.bracket, stopInForce(trade));
}

function withStop({ instrument, side }: Trade, bracket: Bracket, stop: Decimal | null): Bracket {
  const { stopLoss, stopLimit } = bracket;
  if (!stop || !stopLoss || !stopLimit) return { ...bracket, stopLoss: stop };
  const direction = directionOf(side) === 1 ? 'down' : 'up';
  const limit = roundToTick(instrument, stop.minus(stopLoss).plus(stopLimit), direction);
  return { ...bracket, stopLoss: stop, stopLimit: limit.greaterThan(0) ? limit : null };
}

/** Whether the exits asked for come from the desk's trailing stop, not from a person. */
export function isTrailing({ trail, wantedBracket }: Trade): boolean {
  const wanted = wantedBracket?.stopLoss;
  return trail?.asked != null && wanted != null && wanted.equals(trail.asked);
}

/** A trail without a first stop starts behind the entry's first fill, or behind `price`. */
export function startTrail(
  trade: Trade,
  price: Decimal | null,
): Partial<Pick<Trade, 'trail' | 'bracket' | 'wantedBracket'>> {
  const { trail } = trade;
  const wanted = trade.wantedBracket ?? trade.bracket;
  if (!trail || trail.start || !price) return {};
  const start = wanted.stopLoss ?? stopBehind(trade, trail.pct, price);
  const bracket = { ...wanted, stopLoss: start };
  const started = { trail: { ...trail, start } };
  return trade.wantedBracket ? { ...started, wantedBracket: bracket } : { ...started, bracket };
}

/** The sentence for the timeline, e.g. "Stop raised from 2.10 to 2.35: bid reached 2.76, trail 15 %". */
export function describeTrail(trade: Trade, from: Decimal | null, to: Decimal | null): string {
  const { trail, side } = trade;
  const long = directionOf(side) === 1;
  const reached = long ? 'bid reached' : 'ask fell to';
  const best = trail?.best
    ? `${isToken(trade.instrument) ? 'price reached' : reached} ${trail.best.toFixed()}, `
    : '';
  const moved = `from ${from?.toFixed() ?? 'none'} to ${to?.toFixed() ?? 'none'}`;
  return `Stop ${long ? 'raised' : 'lowered'} ${moved}: ${best}trail ${trail?.pct.toFixed()} %`;
}
