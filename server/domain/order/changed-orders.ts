import type { Order } from './order.ts';

/**
 * The orders that a change has added or altered, in their order, each with its new fills only. An order
 * that was not touched is the same object in both lists; a fill that is there never changes.
 */
export function changedOrders(before: readonly Order[], after: readonly Order[]): readonly Order[] {
  const known = new Map(before.map((order) => [order.id, order]));
  return after
    .filter((order) => known.get(order.id) !== order)
    .map((order) => ({ ...order, fills: newFills(known.get(order.id), order) }));
}

function newFills(before: Order | undefined, { fills }: Order): Order['fills'] {
  if (!before) return fills;
  const known = new Set(before.fills.map(({ id }) => id));
  return fills.filter(({ id }) => !known.has(id));
}
