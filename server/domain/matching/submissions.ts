import { grouped } from '../grouped.ts';
import { isOption } from '../instrument/instrument.ts';
import { lastTradingInstant } from '../instrument/last-trading.ts';
import { type BookedOrder, familyOf, isLive, isOver, venueInstrument } from './venue-state.ts';

/** Splits orders into those whose submission still works, and those whose whole submission is over. */
export function byEnd(orders: readonly BookedOrder[]): {
  readonly working: readonly BookedOrder[];
  readonly ended: readonly BookedOrder[];
} {
  const works = new Set(orders.filter((order) => !isOver(order)).map(familyOf));
  const ended = orders.filter((order) => !works.has(familyOf(order)));
  if (ended.length === 0) return { working: orders, ended };
  return { working: orders.filter((order) => works.has(familyOf(order))), ended };
}

/** All orders of the submissions of which an order has changed since `since`. */
export function changedSince(orders: readonly BookedOrder[], since: Date): readonly BookedOrder[] {
  const changed = new Set(orders.filter((order) => order.changedAt >= since).map(familyOf));
  return orders.filter((order) => changed.has(familyOf(order)));
}

/** Both lists, each sorted by id, as one. An order that is in `later` is as it is there. */
export function mergedOrders(
  orders: readonly BookedOrder[],
  later: readonly BookedOrder[],
): readonly BookedOrder[] {
  if (orders.length === 0 || later.length === 0) return later.length === 0 ? orders : later;
  const merged: BookedOrder[] = [];
  let at = 0;
  for (const order of later) {
    while (at < orders.length && comparedIds(orders[at]!, order) < 0) merged.push(orders[at++]!);
    if (at < orders.length && comparedIds(orders[at]!, order) === 0) at += 1;
    merged.push(order);
  }
  return [...merged, ...orders.slice(at)];
}

/** Compares ids, which this venue makes as whole numbers without leading zeros. */
function comparedIds(a: BookedOrder, b: BookedOrder): number {
  if (a.id.length !== b.id.length) return a.id.length - b.id.length;
  return a.id < b.id ? -1 : a.id === b.id ? 0 : 1;
}

/** The symbols of those orders that `which` accepts. */
export function symbolsOf(
  orders: readonly BookedOrder[],
  which: (order: BookedOrder) => boolean,
): Set<string> {
  const symbols = new Set<string>();
  for (const order of orders) if (which(order)) symbols.add(order.symbol);
  return symbols;
}

/** Each submission's orders, by its id. */
export function families(orders: readonly BookedOrder[]) {
  return grouped(orders, familyOf);
}

/** When time alone ends an order: the end of its day or of its contract; null: never. */
export function endOf(order: BookedOrder): Date | null {
  if (isOver(order)) return null;
  const day = isLive(order) ? order.expiresAt : null;
  const instrument = venueInstrument(order.symbol);
  if (!isOption(instrument)) return day;
  const last = lastTradingInstant(instrument);
  return day && day < last ? day : last;
}
