import { type Decimal, ZERO } from '../decimal.ts';
import { isBuy } from '../order/order.ts';
import type { VenuePosition } from '../order/venue-order.ts';
import { feeFor } from './fee-schedule.ts';
import type { EngineFill } from './matching-engine.ts';
import { expiryOfOrder } from './venue-day.ts';
import {
  type BookedOrder,
  isClosing,
  isLive,
  isOver,
  remainingOf,
  venueInstrument,
  type VenueState,
  withOrders,
} from './venue-state.ts';

/**
 * Books one fill: the order, cash, the position and related orders. An entry's exits become live with its
 * first fill and grow with each further one, so no part of a position is unprotected. A fill of one exit
 * shrinks the other by as much and cancels the rest of the entry.
 */
export function applyVenueFill(
  state: VenueState,
  order: BookedOrder,
  fill: EngineFill,
  now: Date,
): VenueState {
  const { assetClass, multiplier } = venueInstrument(order.symbol);
  const quantity = isBuy(order.side) ? fill.quantity : fill.quantity.neg();
  const value = quantity.times(fill.price).times(multiplier);
  return {
    ...withOrders(state, [filledBy(order, fill, now), ...relatives(state, order, fill, now)]),
    cash: state.cash.minus(value).minus(feeFor(assetClass, fill.quantity)),
    positions: movePosition(state.positions, order.symbol, quantity, value),
  };
}

function filledBy(order: BookedOrder, fill: EngineFill, now: Date): BookedOrder {
  const filledQuantity = order.filledQuantity.plus(fill.quantity);
  return {
    ...order,
    status: filledQuantity.equals(order.quantity) ? 'FILLED' : 'PARTIALLY_FILLED',
    filledQuantity,
    filledValue: order.filledValue.plus(fill.quantity.times(fill.price)),
    lastFillAt: now,
    changedAt: now,
  };
}

function relatives(
  state: VenueState,
  order: BookedOrder,
  fill: EngineFill,
  now: Date,
): BookedOrder[] {
  if (!order.parentId) return [];
  const others = state.orders.filter(
    (other) => other.parentId === order.parentId && other.id !== order.id && !isOver(other),
  );
  return others.map((other) => {
    if (!isClosing(order)) return grown(other, fill.quantity, now);
    return isClosing(other)
      ? shrunk(other, fill.quantity, now)
      : { ...other, status: 'CANCELED', changedAt: now };
  });
}

function grown(exit: BookedOrder, by: Decimal, now: Date): BookedOrder {
  if (isLive(exit)) return { ...exit, quantity: exit.quantity.plus(by), changedAt: now };
  const expiresAt = expiryOfOrder(exit.timeInForce, now);
  return { ...exit, status: 'OPEN', quantity: by, expiresAt, changedAt: now };
}

function shrunk(exit: BookedOrder, by: Decimal, now: Date): BookedOrder {
  if (remainingOf(exit).lessThanOrEqualTo(by))
    return { ...exit, status: 'CANCELED', changedAt: now };
  return { ...exit, quantity: exit.quantity.minus(by), changedAt: now };
}

/** `value`: dollars paid, negative when received. A closing fill takes its share of the cost with it. */
export function movePosition(
  positions: readonly VenuePosition[],
  symbol: string,
  quantity: Decimal,
  value: Decimal,
): readonly VenuePosition[] {
  const others = positions.filter((position) => position.symbol !== symbol);
  const held = positions.find((position) => position.symbol === symbol);
  const before = held?.quantity ?? ZERO;
  const after = before.plus(quantity);
  if (after.isZero()) return others;
  const closes = before.times(quantity).lessThan(0);
  const costBefore = held?.costBasis ?? ZERO;
  const costBasis = closes ? costBefore.times(after).div(before) : costBefore.plus(value);
  return [...others, { symbol, quantity: after, costBasis }];
}
