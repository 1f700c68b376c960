import { STALE_AFTER_SECONDS } from '../market/mark-rules.ts';
import type { FillModel } from './fill-model.ts';

/**
 * `matchOrder` on whole numbers, for backtests that look millions of times. One rule in two forms: a property
 * test holds them equal.
 *
 * A market's prices are whole numbers of units. An order's prices may have more digits, so they are compared by
 * the next unit below and the next above.
 */
export interface ScaledPrice {
  readonly floor: number;
  readonly ceil: number;
}

export interface ScaledOrder {
  readonly buys: boolean;
  readonly model: FillModel;
  /** An exit of a bracket: it rests until the market reaches it, even under INSTANT. */
  readonly rests: boolean;
  /** Percent points of the width that the order gives up from the near side; NaN: it has no price. */
  readonly share: number;
  /** The limit in hundredths of a unit, under CROSS a tick lower for a buyer, higher for a seller. Null: no limit. */
  readonly bound: ScaledPrice | null;
  /** The stop price in units. Null: the order is no stop. */
  readonly stop: ScaledPrice | null;
}

export interface ScaledRules {
  /** Its market has a bid and an ask. In any other, one side is enough to be trusted. */
  readonly twoSided: boolean;
  readonly option: boolean;
}

/** An ask above this many bids is a placeholder, as in `mark-rules.ts`. */
const WIDEST_ASK_TO_BID = 10;

/** Whether a quote may trigger and fill: both sides above 0, not crossed, not too wide; for options, not locked. */
export function isTradable(bid: number, ask: number, { twoSided, option }: ScaledRules): boolean {
  if (!(bid > 0) || Number.isNaN(ask)) return false;
  if (!twoSided) return true;
  if (!(ask > 0) || bid > ask || (option && bid === ask)) return false;
  return ask <= bid * WIDEST_ASK_TO_BID;
}

const STALE_AFTER_MS = STALE_AFTER_SECONDS.realTime.changed * 1000;

/** Whether a quote that came at `quoteAt` still counts: records hold only changes, and no source repeats itself. */
export function isFresh(quoteAt: number, at: number): boolean {
  return at - quoteAt <= STALE_AFTER_MS;
}

/** Whether the side that the order trades on is at or through its stop. */
export function hasReachedStop(
  { buys, stop }: ScaledOrder,
  bid: number,
  ask: number,
  triggered: boolean,
): boolean {
  if (triggered || !stop) return true;
  return buys ? ask >= stop.ceil : bid <= stop.floor;
}

/** Stands for the limit itself: INSTANT fills there. */
export const AT_LIMIT = -1;

/**
 * The price of a fill in hundredths of a unit, `AT_LIMIT`, or NaN where the model does not fill there. Only for
 * a tradable quote, and a stop that has been reached.
 */
export function scaledFill(order: ScaledOrder, bid: number, ask: number): number {
  const { buys, model, bound, rests, share } = order;
  if (model === 'INSTANT' && bound && !rests) return AT_LIMIT;
  const price = buys ? (100 - share) * bid + share * ask : (100 - share) * ask + share * bid;
  if (!bound) return price;
  const within = buys ? price <= bound.floor : price >= bound.ceil;
  return within ? price : Number.NaN;
}
