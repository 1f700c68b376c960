import { type Decimal, ZERO } from '../decimal.ts';
import { tickSize } from '../instrument/tick-size.ts';
import type { Quote } from '../market/quote.ts';
import { applyVenueFill } from './apply-venue-fill.ts';
import { matchOrder } from './matching-engine.ts';
import { hasCome, type Readings, readingsOf, waitOf } from './order-wait.ts';
import { venueChanges } from './venue-changes.ts';
import {
  type BookedOrder,
  familyOf,
  isClosing,
  isLive,
  isStop,
  OrderLookup,
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
 * whose wait is over are looked at closely, with the others of their submissions.
 */
export function matchVenue(
  state: VenueState,
  market: ReadonlyMap<string, TradableQuote>,
  now: Date,
): VenueState {
  const due = dueOrders(state, market, now);
  if (due.length === 0) return state;
  const families = new Set(due.map(familyOf));
  const orders = state.orders.filter((order) => families.has(familyOf(order)));
  const part = { ...state, orders };
  const met = matchInTurn(part, due, market, now);
  if (met === part) return state;
  return { ...met, orders: withOrders(state, venueChanges(part, met)).orders };
}

function dueOrders(
  { orders }: VenueState,
  market: ReadonlyMap<string, TradableQuote>,
  now: Date,
): BookedOrder[] {
  const readings = new Map<string, Readings | null>();
  for (const [symbol, { quote }] of market) readings.set(symbol, readingsOf(quote, now));
  return orders.filter((order) => {
    const stand = isLive(order) && readings.get(order.symbol);
    const wait = stand && isRefilled(order, now) && waitOf(order);
    return wait && hasCome(wait, stand);
  });
}

function matchInTurn(
  state: VenueState,
  due: readonly BookedOrder[],
  market: ReadonlyMap<string, TradableQuote>,
  now: Date,
): VenueState {
  const inTurn = [...due.filter(isStop), ...due.filter((order) => !isStop(order))];
  const exitedFamilies = new Set<string>();
  const taken = new Map<string, Decimal>();
  const lookup = new OrderLookup();
  let next = state;
  for (const { id } of inTurn) {
    const order = lookup.find(next, id);
    if (!order || !isLive(order) || exitedFamilies.has(order.parentId ?? '')) continue;
    const tradable = market.get(order.symbol) ?? null;
    const used = taken.get(order.symbol) ?? ZERO;
    const step = matchOne(next, order, tradable, used, now);
    taken.set(order.symbol, used.plus(step.quantity));
    if (step.state !== next && isClosing(order) && order.parentId) {
      exitedFamilies.add(order.parentId);
    }
    next = step.state;
  }
  return next;
}

function matchOne(
  state: VenueState,
  order: BookedOrder,
  tradable: TradableQuote | null,
  used: Decimal,
  now: Date,
): { state: VenueState; quantity: Decimal } {
  const result = matchOrder(
    { ...order, remaining: remainingOf(order) },
    {
      quote: tradable?.quote ?? null,
      model: order.fillModel,
      available: (tradable?.available ?? ZERO).minus(used),
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
