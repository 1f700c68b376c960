import type { Quirks } from './quirks.ts';
import { isFinal, remaining, type EmulatedOrder } from './emulated-order.ts';

/** A list such as `{orders: {order: …}}`, with the oddities of JSON made from XML. */
export function envelope(
  outer: string,
  inner: string,
  listed: unknown[],
  quirks: Quirks,
  more = {},
) {
  const rows = listed.map((row) => (isObject(row) ? quirks.spoil(inner, row) : row));
  if (rows.length === 0) return { [outer]: quirks.emptyAsText ? 'null' : null };
  const content = rows.length === 1 && quirks.loneAsObject ? rows[0] : rows;
  return { [outer]: { [inner]: content, ...more } };
}

function isObject(row: unknown): row is object {
  return typeof row === 'object' && row !== null;
}

/** An order's JSON. Each read counts its `pricelessReads` down; at 0 its price appears. */
export function orderJson(order: EmulatedOrder, quirks: Quirks, tags: boolean): object {
  const common = {
    id: order.id,
    status: order.status,
    create_date: order.createdAt.toISOString(),
    transaction_date: order.changedAt.toISOString(),
    class: order.class,
    ...(tags && order.tag && { tag: order.tag }),
    ...(order.reason && { reason_description: order.reason }),
  };
  if (order.legs.length > 0) return { ...common, ...legsJson(order, quirks, tags) };
  return {
    ...common,
    type: order.type,
    symbol: order.symbol,
    side: order.side,
    quantity: order.quantity.toNumber(),
    duration: order.duration,
    ...(order.price && { price: order.price.toNumber() }),
    ...(order.stop && { stop_price: order.stop.toNumber() }),
    avg_fill_price: averageOf(order, quirks),
    exec_quantity: order.filled.toNumber(),
    last_fill_price: order.lastPrice.toNumber(),
    last_fill_quantity: order.lastQuantity.toNumber(),
    remaining_quantity: isFinal(order) ? 0 : remaining(order).toNumber(),
    ...(order.optionSymbol && { option_symbol: order.optionSymbol }),
  };
}

function legsJson(order: EmulatedOrder, quirks: Quirks, tags: boolean): object {
  const legs = order.legs.map((leg) => orderJson(leg, quirks, tags));
  const [entry, ...exits] = legs;
  if (!quirks.nestsExits || order.class !== 'otoco') return { num_legs: legs.length, leg: legs };
  const { status, createdAt } = order.legs[1] ?? order;
  const nested = { id: order.id, class: 'oco', status, create_date: createdAt, leg: exits };
  return { num_legs: 2, leg: [entry, nested] };
}

function averageOf(order: EmulatedOrder, quirks: Quirks): number | null {
  if (order.filled.isZero()) return 0;
  if (order.pricelessReads > 0) {
    order.pricelessReads -= 1;
    return quirks.pricelessAs;
  }
  return order.paid.div(order.filled).toNumber();
}
