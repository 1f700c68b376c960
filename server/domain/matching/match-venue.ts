import { type Decimal, ZERO } from '../decimal.ts';
import { grouped } from '../grouped.ts';
import { tickSize } from '../instrument/tick-size.ts';
import type { Quote } from '../market/quote.ts';
import { applyVenueFill } from './apply-venue-fill.ts';
import { matchOrder } from './matching-engine.ts';
import { hasCome, touchOf, waitOf } from './order-wait.ts';
import {
  type BookedOrder,
  familyOf,
  isClosing,
  isLive,
  isStop,
  remainingOf,
  venueInstrument,
  type VenueState,
  withOrders,
} from './venue-state.ts';

/** A market to trade at, and the size available at the touch. */
export interface TradableQuote {
  readonly quote: Quote;
  readonly available: Decimal;
}

/** The touch refills this long after an order has taken part of it. */
const REFILL_MS = 1000;

/**
 * Matches every live order once against the market at `now`.
 *
 * Stops go first: when both exits of a pair could trade on one quote, the stop does. Exits that an entry
 * activates here are matched from the next call on. Orders in one symbol share the available size. Only orders
 * whose wait is over are checked closely, together with the rest of their submissions.
 */
export function matchVenue(
  state: VenueState,
  market: ReadonlyMap<string, TradableQuote>,
  now: Date,
): VenueState {
  const due = dueOrders(state, market, now);
  return due.length === 0 ? state : matchInTurn(state, due, market, now);
}

function dueOrders(
  { orders }: VenueState,
  market: ReadonlyMap<string, TradableQuote>,
  now: Date,
): BookedOrder[] {
  const touches = new Map([...market].map(([symbol, { quote }]) => [symbol, touchOf(quote, now)]));
  return orders.filter((order) => {
    const touch = isLive(order) && touches.get(order.symbol);
    const wait = touch && isRefilled(order, now) && waitOf(order);
    return wait && hasCome(wait, touch);
  });
}

/** Matches each order in the state of its own submission alone: no order changes another submission's orders. */
function matchInTurn(
  state: VenueState,
  due: readonly BookedOrder[],
  market: ReadonlyMap<string, TradableQuote>,
  now: Date,
): VenueState {
  const submissions = submissionsOf(due, state);
  const exitedFamilies = new Set<string>();
  const taken = new Map<string, Decimal>();
  let next = state;
  for (const { id, parentId } of [...due.filter(isStop), ...due.filter((each) => !isStop(each))]) {
    const family = parentId ?? id;
    const own = { ...next, orders: submissions.get(family)! };
    const order = own.orders.find((each) => each.id === id)!;
    if (!isLive(order) || exitedFamilies.has(family)) continue;
    const used = taken.get(order.symbol) ?? ZERO;
    const step = matchOne(own, order, market.get(order.symbol)!, used, now);
    if (step.state === own) continue;
    taken.set(order.symbol, used.plus(step.quantity));
    if (isClosing(order) && parentId) exitedFamilies.add(parentId);
    submissions.set(family, step.state.orders);
    next = step.state;
  }
  const orders = [...submissions.values()].flat();
  return next === state ? state : { ...next, orders: withOrders(state, orders).orders };
}

function submissionsOf(
  due: readonly BookedOrder[],
  { orders }: VenueState,
): Map<string, VenueState['orders']> {
  const acting = new Set(due.map(familyOf));
  return grouped(
    orders.filter((order) => acting.has(familyOf(order))),
    familyOf,
  );
}

function matchOne(
  state: VenueState,
  order: BookedOrder,
  tradable: TradableQuote,
  used: Decimal,
  now: Date,
): { state: VenueState; quantity: Decimal } {
  const result = matchOrder(
    { ...order, remaining: remainingOf(order) },
    {
      quote: tradable.quote,
      ...{ model: order.fillModel, fit: order.fillFit },
      available: tradable.available.minus(used),
      tick: tickSize(venueInstrument(order.symbol), order.limitPrice ?? ZERO),
      now,
    },
  );
  const hit = result.triggered && !order.triggered && isStop(order);
  const seen: BookedOrder = hit ? { ...order, triggered: true, changedAt: now } : order;
  if (result.fill) {
    const quantity = result.fill.quantity;
    return { state: applyVenueFill(state, seen, result.fill, now), quantity };
  }
  return { state: hit ? withOrders(state, [seen]) : state, quantity: ZERO };
}

function isRefilled(order: BookedOrder, now: Date): boolean {
  return !order.lastFillAt || now.getTime() - order.lastFillAt.getTime() >= REFILL_MS;
}
