import { Decimal, sum, ZERO } from '../decimal.ts';
import { isSameSymbol, symbolKey } from '../instrument/share-class.ts';
import { reportFor, type VenueOrderIndex } from '../order/match-report.ts';
import { isFinal } from '../order/order-status.ts';
import { isBuy, type Order } from '../order/order.ts';
import { hasExpired } from '../trade/has-expired.ts';
import { heldOf } from '../trade/held-of.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/** What a venue said of our orders before and after it was asked for its positions. */
export interface OrderLooks {
  readonly before: VenueOrderIndex;
  readonly after: VenueOrderIndex;
}

/** Units of each symbol, signed, that an account should hold. */
export interface Expected {
  readonly held: ReadonlyMap<string, Decimal>;
  /** Symbols of which an order was filling, or might have been: not to be compared by these answers. */
  readonly moving: ReadonlySet<string>;
  /** Symbols whose orders have filled at the venue beyond what is booked. */
  readonly unbooked: ReadonlySet<string>;
}

/**
 * What the book holds of every symbol of these trades, and what their orders have filled beyond that. An
 * order with the same fill before and after moves nothing between. What has expired is for its settlement
 * to end, and until that is done its shares may come or go at any moment: neither is in the answer.
 */
export function expectedOf(
  active: readonly TradeAggregate[],
  awaiting: readonly TradeAggregate[],
  looks: OrderLooks,
  now: Date,
): Expected {
  const underway = underlyingsInDelivery(active, awaiting, now);
  const current = active.filter(({ trade }) => !hasExpired(trade.instrument, now));
  const symbols = new Map(
    current.map(({ trade: { instrument } }) => [symbolKey(instrument.symbol), instrument.symbol]),
  );
  const held = new Map<string, Decimal>();
  const moving = new Set<string>();
  const unbooked = new Set<string>();
  for (const [key, symbol] of symbols) {
    if (underway.has(key)) continue;
    const beyond = filledBeyond(current, symbol, looks);
    if (beyond === null) moving.add(symbol);
    else held.set(symbol, heldOf(current, symbol).plus(beyond));
    if (beyond?.isZero() === false) unbooked.add(symbol);
  }
  return { held, moving, unbooked };
}

/** The keys of the shares that a settlement under way may still bring or take. */
export function underlyingsInDelivery(
  active: readonly TradeAggregate[],
  awaiting: readonly TradeAggregate[],
  now: Date,
): ReadonlySet<string> {
  const expired = active.filter(({ trade }) => hasExpired(trade.instrument, now));
  return new Set(
    [...expired, ...awaiting].map(({ trade }) => symbolKey(trade.instrument.underlying)),
  );
}

/** Whether it may fill, or go, at any moment as far as the book knows; a resting exit is looked at last. */
export function mayMove(order: Order): boolean {
  return !isFinal(order.status) && (!isResting(order) || order.cancelRequested);
}

function isResting({ role, status }: Order): boolean {
  return status === 'ACCEPTED' && (role === 'STOP_LOSS' || role === 'TAKE_PROFIT');
}

/**
 * Units of a symbol, signed, that its orders have filled at the venue and that are not booked yet. Null where
 * an answer is missing, or the two do not agree.
 */
export function filledBeyond(
  active: readonly TradeAggregate[],
  symbol: string,
  looks: OrderLooks,
): Decimal | null {
  const orders = active
    .filter(({ trade }) => isSameSymbol(trade.instrument.symbol, symbol))
    .flatMap((aggregate) => aggregate.orders)
    .filter(({ status }) => !isFinal(status));
  const fills = orders.map((order) => unbookedFill(order, looks));
  if (fills.some((fill) => fill === null)) return null;
  return sum(fills.flatMap((fill) => (fill === null ? [] : [fill])));
}

function unbookedFill(order: Order, { before, after }: OrderLooks): Decimal | null {
  const first = reportFor(order, before);
  const last = reportFor(order, after);
  // An intent has not left; of an exit that nobody asked about, a sync tells where the positions differ.
  if (!last) return order.status === 'INTENT' || !mayMove(order) ? ZERO : null;
  const known = Decimal.max(order.filledQuantity, first?.filledQuantity ?? ZERO);
  if (!last.filledQuantity.equals(known)) return null;
  return known.minus(order.filledQuantity).times(isBuy(order.side) ? 1 : -1);
}
