import { ASSETS, isOption } from '../lib/asset-class.ts';
import type { OrderSide, TradeRowFragment } from '../gql/graphql.ts';
import { Exact, exact } from '../lib/exact.ts';

export function isShort(side: OrderSide): boolean {
  return side === 'SELL_TO_OPEN' || side === 'SELL';
}

/** +1 long, −1 short: the sign of a rising price's effect. */
export function direction(side: OrderSide): 1 | -1 {
  return isShort(side) ? -1 : 1;
}

/** The change in the position's value from one price to another, before fees. */
export function moveWorth(
  trade: Pick<TradeRowFragment, 'side' | 'multiplier' | 'openQuantity'>,
  from: Exact,
  to: Exact,
): Exact {
  return to
    .minus(from)
    .times(trade.openQuantity)
    .times(trade.multiplier)
    .times(direction(trade.side));
}

export function unknownOrder(trade: TradeRowFragment) {
  return trade.orders.find((order) => order.status === 'UNKNOWN') ?? null;
}

/** What a partly filled entry may still fill; null when none works, or nothing has filled. */
export function restOfEntry(trade: TradeRowFragment): Exact | null {
  const works = trade.orders.some(({ role, status }) => role === 'ENTRY' && WORKING.has(status));
  return works && trade.phase === 'OPEN'
    ? (exact(trade.quantity)?.minus(trade.filledQuantity) ?? null)
    : null;
}

/** How long an unfilled entry waits; also where, if not at the venue. */
export function waitsUntil({
  assetClass,
  timeInForce,
}: Pick<TradeRowFragment, 'assetClass' | 'timeInForce'>): string {
  const { words } = ASSETS[assetClass];
  return timeInForce === 'DAY' ? words.day : words.gtc;
}

const WORKING: ReadonlySet<string> = new Set([
  'SUBMITTED',
  'UNKNOWN',
  'ACCEPTED',
  'PARTIALLY_FILLED',
]);

/** True for an open trade whose position needs a stop and has no working one. */
export function isUnprotected(trade: TradeRowFragment): boolean {
  return trade.phase === 'OPEN' && Boolean(trade.unprotectedSince);
}

/** Greeks of one unit times the position: contracts × multiplier, negative for shorts. */
export function greekOfTrade(
  trade: TradeRowFragment,
  unit: number | null | undefined,
): number | null {
  if (unit === null || unit === undefined) return null;
  return unit * Number(trade.openQuantity) * trade.multiplier * direction(trade.side);
}

/** Shares have a delta of 1; every other delta is the mark's. */
export function unitDelta(trade: TradeRowFragment): number | null {
  return ASSETS[trade.assetClass].delta ?? trade.mark?.delta ?? null;
}

/** Dollars that move with the underlying, as if held in it. */
export function deltaDollars(trade: TradeRowFragment): number | null {
  const delta = greekOfTrade(trade, unitDelta(trade));
  const { mark } = trade;
  const spot = mark?.underlyingPrice ?? (isOption(trade) ? null : (mark?.price ?? mark?.mid));
  return delta === null || !spot ? null : delta * Number(spot);
}

export interface GaugeScale {
  /** Places on the line from the loss end (0) to the target end (1). */
  entry: number;
  mark: number | null;
  /** Percent from the mark to each end; null without a mark. */
  stopPct: Exact | null;
  targetPct: Exact | null;
}

/** Linear from stop to target, so loss is always on the left: a short's stop is its higher price. */
export function gaugeScale(
  stop: Exact,
  target: Exact,
  entry: Exact,
  mark: Exact | null,
): GaugeScale {
  const span = target.minus(stop);
  const place = (price: Exact) =>
    span.isZero() ? 0.5 : clamp(price.minus(stop).div(span).toNumber());
  const toGo = (end: Exact) =>
    mark && !mark.isZero() ? end.minus(mark).div(mark).times(100) : null;
  return {
    entry: place(entry),
    mark: mark ? place(mark) : null,
    stopPct: toGo(stop),
    targetPct: toGo(target),
  };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Return on the entry's cost, in percent points. */
export function openReturn(trade: TradeRowFragment): Exact | null {
  const pnl = exact(trade.unrealizedPnl);
  const cost = exact(trade.costBasis);
  return pnl && cost && !cost.isZero() ? pnl.div(cost.abs()).times(100) : null;
}

export const ZERO = new Exact(0);
