import type { Fill, Order } from '../order/order.ts';

/** A trade's orders in one log line: all of them, or only the changed ones. */
export interface RecordedOrders {
  readonly form: 'WHOLE' | 'CHANGES';
  /** In a CHANGES line: each changed order in its state then, with its new or corrected fills. */
  readonly orders: readonly Order[];
}

/** Rebuilds the orders of one trade from its log lines, taken oldest first. */
export class FoldedOrders {
  readonly #orders = new Map<
    string,
    { readonly order: Order; readonly fills: Map<string, Fill> }
  >();

  take({ form, orders }: RecordedOrders): void {
    if (form === 'WHOLE') this.#orders.clear();
    for (const order of orders) {
      const fills = this.#orders.get(order.id)?.fills ?? new Map<string, Fill>();
      for (const fill of order.fills) fills.set(fill.id, fill);
      this.#orders.set(order.id, { order, fills });
    }
  }

  /** The orders after all lines taken so far. */
  get orders(): readonly Order[] {
    return [...this.#orders.values()].map(({ order, fills }) => ({
      ...order,
      fills: [...fills.values()],
    }));
  }
}
