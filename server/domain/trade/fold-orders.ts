import type { Fill, Order } from '../order/order.ts';

/** What a line of the log tells of a trade's orders: all that there were, or those that it changed. */
export interface RecordedOrders {
  readonly form: 'WHOLE' | 'CHANGES';
  /** Of a line with changes each order as it then stood, with the fills that were new or corrected. */
  readonly orders: readonly Order[];
}

/** The orders of one trade as its log tells them, line by line, oldest first. */
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

  /** As they stand after what was taken. */
  get orders(): readonly Order[] {
    return [...this.#orders.values()].map(({ order, fills }) => ({
      ...order,
      fills: [...fills.values()],
    }));
  }
}
