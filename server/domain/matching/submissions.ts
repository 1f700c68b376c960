import { grouped } from '../grouped.ts';
import { isOption } from '../instrument/instrument.ts';
import { lastTradingInstant } from '../instrument/last-trading.ts';
import { type BookedOrder, familyOf, isLive, isOver, venueInstrument } from './venue-state.ts';

/** Orders whose submission still works, and those of which every order of the submission is over. */
export function byEnd(orders: readonly BookedOrder[]): {
  readonly working: readonly BookedOrder[];
  readonly ended: readonly BookedOrder[];
} {
  const works = new Set(orders.filter((order) => !isOver(order)).map(familyOf));
  const ended = orders.filter((order) => !works.has(familyOf(order)));
  if (ended.length === 0) return { working: orders, ended };
  return { working: orders.filter((order) => works.has(familyOf(order))), ended };
}

/** Whole submissions of which an order has changed since then. */
export function changedSince(orders: readonly BookedOrder[], since: Date): readonly BookedOrder[] {
  const changed = new Set(orders.filter((order) => order.changedAt >= since).map(familyOf));
  return orders.filter((order) => changed.has(familyOf(order)));
}

/** Both, each in the order of ids, as one list. An order of which `later` knows is as it is there. */
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

/** Whole numbers without leading zeros, as this venue gives them. */
function comparedIds(a: BookedOrder, b: BookedOrder): number {
  if (a.id.length !== b.id.length) return a.id.length - b.id.length;
  return a.id < b.id ? -1 : a.id === b.id ? 0 : 1;
}

/** The symbols of these of the orders. */
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

/** When time alone ends an order: the end of its day, or of its contract; null: never. */
export function endOf(order: BookedOrder): Date | null {
  if (isOver(order)) return null;
  const day = isLive(order) ? order.expiresAt : null;
  const instrument = venueInstrument(order.symbol);
  if (!isOption(instrument)) return day;
  const last = lastTradingInstant(instrument);
  return day && day < last ? day : last;
}
