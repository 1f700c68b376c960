import type { Order } from './order.ts';

/**
 * The orders that a change has added or altered, in the order of `after`, each with only its new and corrected
 * fills. An untouched order or fill is the same object in both lists.
 */
export function changedOrders(before: readonly Order[], after: readonly Order[]): readonly Order[] {
  const known = new Map(before.map((order) => [order.id, order]));
  return after
    .filter((order) => known.get(order.id) !== order)
    .map((order) => ({ ...order, fills: changedFills(known.get(order.id), order) }));
}

function changedFills(before: Order | undefined, { fills }: Order): Order['fills'] {
  const known = new Set(before?.fills);
  return fills.filter((fill) => !known.has(fill));
}
