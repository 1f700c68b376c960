import type { Decimal } from 'decimal.js';
import { Exact } from '../lib/exact.ts';
import { marketDecimals } from '../lib/format.ts';

/** How the exits of a bracket are typed: as prices, as percent of the entry, or in units of risk. */
export type BracketUnit = 'price' | 'pct' | 'r';
export type BracketEnd = 'stop' | 'target';

export interface TypedEnd {
  unit: BracketUnit;
  /** A price, percent points from the entry, or multiples of R; never negative. */
  value: Exact;
}

/** Every venue of shares and options takes cents; where another tick is due, the venue refuses the price. */
const CENT = '0.01';

/** The step of prices; null where any price can be had. */
type Tick = string | null;

function toTick(price: Exact, tick: Tick, rounding: Decimal.Rounding = Exact.ROUND_HALF_UP): Exact {
  if (tick === null) return price.toDecimalPlaces(marketDecimals(price), rounding);
  return price.div(tick).toDecimalPlaces(0, rounding).times(tick);
}

/** +1 when an exit is above the entry: a long's target, a short's stop. */
function sideOf(end: BracketEnd, direction: 1 | -1): 1 | -1 {
  return end === 'target' ? direction : direction === 1 ? -1 : 1;
}

/**
 * The price of a typed exit for an entry. Percent and R move with the entry; R is the distance from entry to
 * stop, so it has no meaning without a stop.
 */
export function endPrice(
  end: BracketEnd,
  typed: TypedEnd,
  entry: Exact,
  direction: 1 | -1,
  stop: Exact | null = null,
  tick: Tick = CENT,
): Exact | null {
  const away = sideOf(end, direction);
  switch (typed.unit) {
    case 'price':
      return typed.value;
    case 'pct':
      return toTick(entry.plus(entry.times(typed.value).div(100).times(away)), tick);
    case 'r':
      return stop
        ? toTick(entry.plus(entry.minus(stop).abs().times(typed.value).times(away)), tick)
        : null;
  }
}

/** The signed distance of an exit from the entry in each unit; negative for a loss. */
export interface EndMeasure {
  price: Exact;
  pct: Exact | null;
  r: Exact | null;
  /** Dollars if the exit fills there, after fees both ways if known. */
  dollars: Exact;
}

export function measureEnd(
  price: Exact,
  entry: Exact,
  direction: 1 | -1,
  stop: Exact | null,
  size: { quantity: Exact; multiplier: number; feesToOpen: Exact | null },
): EndMeasure {
  const gained = price.minus(entry).times(direction);
  const risk = stop ? entry.minus(stop).times(direction) : null;
  const gross = gained.times(size.quantity).times(size.multiplier);
  return {
    price,
    pct: entry.isZero() ? null : price.minus(entry).div(entry).times(100),
    r: risk?.gt(0) ? gained.div(risk) : null,
    dollars: size.feesToOpen ? gross.minus(size.feesToOpen.times(2)) : gross,
  };
}

/** Why a bracket is not possible around an entry; null when it is. */
export function bracketFault(
  stop: Exact | null,
  target: Exact | null,
  entry: Exact,
  direction: 1 | -1,
): { end: BracketEnd; message: string } | null {
  const word = (above: boolean) => (above ? 'above' : 'below');
  if (stop && stop.minus(entry).times(direction).gte(0)) {
    return { end: 'stop', message: `The stop must be ${word(direction < 0)} the entry.` };
  }
  if (target && target.minus(entry).times(direction).lte(0)) {
    return { end: 'target', message: `The target must be ${word(direction > 0)} the entry.` };
  }
  return null;
}

/** Why a stop cannot trail by this percentage; null when it can. */
export function trailFault(text: string, pct: Exact | null): string | null {
  if (text.trim() === '' || (pct?.gt(0) && pct.lt(100))) return null;
  return 'Percent: more than 0 and less than 100.';
}

/** A trail at the entry's price: where it would start, and its distance, also in dollars. */
export interface TrailMeasure {
  start: Exact;
  behind: Exact;
  dollars: Exact;
}

/** Rounds away from the entry to the next tick, like the desk: never nearer than the percentage. */
export function measureTrail(
  pct: Exact,
  entry: Exact,
  direction: 1 | -1,
  size: { quantity: Exact; multiplier: number },
  tick: Tick = CENT,
): TrailMeasure {
  const behind = entry.times(pct).div(100);
  const rounding = direction === 1 ? Exact.ROUND_FLOOR : Exact.ROUND_CEIL;
  const start = toTick(entry.minus(behind.times(direction)), tick, rounding);
  return { start, behind, dollars: behind.times(size.quantity).times(size.multiplier) };
}
