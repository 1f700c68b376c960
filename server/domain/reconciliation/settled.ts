import { Decimal, sum, ZERO } from '../decimal.ts';
import { isSameSymbol, symbolKey } from '../instrument/share-class.ts';
import { reportFor, type VenueOrderIndex } from '../order/match-report.ts';
import { isFinal } from '../order/order-status.ts';
import { isBuy, type Order } from '../order/order.ts';
import { waitsAtDesk } from '../order/waits-at-desk.ts';
import { hasExpired } from '../trade/has-expired.ts';
import { heldOf } from '../trade/held-of.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/** The venue's reports on our orders before and after its positions were read. */
export interface OrderLooks {
  readonly before: VenueOrderIndex;
  readonly after: VenueOrderIndex;
}

/** Units of each symbol, signed, that an account should hold. */
export interface Expected {
  readonly held: ReadonlyMap<string, Decimal>;
  /** Symbols with an order that was filling, or might have been: these reports cannot compare them. */
  readonly moving: ReadonlySet<string>;
  /** Symbols whose orders have filled more at the venue than is booked. */
  readonly unbooked: ReadonlySet<string>;
}

/**
 * The quantity that the book holds of each symbol of these trades, plus unbooked fills of their orders. An
 * order with the same fill before and after did not move in between. Expired contracts are left out, because
 * their settlement ends them, and so are their underlyings, whose shares may move until then.
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

/** The keys of shares that a pending settlement may still bring or take. */
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

/** Whether the order may fill or end at any moment, as far as the book knows; a resting exit does not count. */
export function mayMove(order: Order): boolean {
  return !isFinal(order.status) && (!isResting(order) || order.cancelRequested);
}

/** Whether the order is stored but not sent, or waits at the desk: it may be sent while the account is read. */
function isUnsent(order: Order): boolean {
  return order.status === 'INTENT' || waitsAtDesk(order);
}

function isResting({ role, status }: Order): boolean {
  return status === 'ACCEPTED' && (role === 'STOP_LOSS' || role === 'TAKE_PROFIT');
}

/**
 * Units of a symbol, signed, that its orders have filled at the venue and that are not booked yet. Null when
 * a report is missing, or the two looks disagree.
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
  // An order that is not listed and was not sent has not filled. Nor, as far as this goes, has an exit that was
  // not looked up: a sync settles a difference.
  if (!last) return isUnsent(order) || !mayMove(order) ? ZERO : null;
  const known = Decimal.max(order.filledQuantity, first?.filledQuantity ?? ZERO);
  if (!last.filledQuantity.equals(known)) return null;
  return known.minus(order.filledQuantity).times(isBuy(order.side) ? 1 : -1);
}
