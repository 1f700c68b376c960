import type { NewAlert } from '../book/alert.ts';
import { ZERO } from '../decimal.ts';
import { isWorking } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import type { NewTradeEvent, TradeEventType } from './trade-event.ts';
import type { Trade, TradeAggregate } from './trade.ts';

/**
 * A trade while it is being decided on: what it becomes, what is told about it, what is raised.
 * Nothing is stored here; the book stores `before` and `after` in one transaction.
 */
export class TradeDraft {
  readonly #orders: Map<string, Order>;
  readonly events: NewTradeEvent[] = [];
  readonly alerts: NewAlert[] = [];
  readonly resolved: NewAlert['kind'][] = [];
  trade: Trade;

  constructor(
    readonly before: TradeAggregate | null,
    start: TradeAggregate,
    readonly at: Date,
    readonly actor: string,
  ) {
    this.trade = start.trade;
    this.#orders = new Map(start.orders.map((order) => [order.id, order]));
  }

  static of(aggregate: TradeAggregate, at: Date, actor: string): TradeDraft {
    return new TradeDraft(aggregate, aggregate, at, actor);
  }

  get orders(): readonly Order[] {
    return [...this.#orders.values()];
  }

  get after(): TradeAggregate {
    return { trade: this.trade, orders: this.orders };
  }

  order(id: string): Order {
    const order = this.#orders.get(id);
    if (!order) throw new Error(`Order ${id} is not one of trade ${this.trade.id}.`);
    return order;
  }

  set(change: Partial<Trade>): this {
    this.trade = { ...this.trade, ...change };
    return this;
  }

  setOrder(id: string, change: Partial<Order>): Order {
    const next = { ...this.order(id), ...change, updatedAt: this.at };
    this.#orders.set(id, next);
    return next;
  }

  add(orders: readonly Order[]): this {
    for (const order of orders) this.#orders.set(order.id, order);
    return this;
  }

  /** Every change ends with what is told of it: an event carries the trade as it stands now. */
  tell(type: TradeEventType, message: string): this {
    this.#countUnprotectedTime();
    this.set({ version: this.trade.version + 1 });
    this.events.push({
      type,
      message,
      occurredAt: this.at,
      actor: this.actor,
      trade: this.trade,
      orders: this.orders,
    });
    return this;
  }

  alert(kind: NewAlert['kind'], severity: NewAlert['severity'], message: string): this {
    this.alerts.push({ kind, severity, message, tradeId: this.trade.id });
    return this;
  }

  resolve(kind: NewAlert['kind']): this {
    this.resolved.push(kind);
    return this;
  }

  /** The unprotected clock runs while a wanted stop stands nowhere at the venue. */
  #countUnprotectedTime(): void {
    const { trade } = this;
    const naked = isNaked(this.after);
    if (naked && !trade.unprotectedSince) this.set({ unprotectedSince: this.at });
    if (!naked && trade.unprotectedSince) {
      const seconds = (this.at.getTime() - trade.unprotectedSince.getTime()) / 1000;
      this.set({
        unprotectedSince: null,
        unprotectedSeconds: trade.unprotectedSeconds + Math.max(0, seconds),
      });
      this.resolve('UNPROTECTED');
    }
  }
}

/** Held, a stop is on record, and no stop of that size works at the venue. */
export function isNaked({ trade, orders }: TradeAggregate): boolean {
  if (trade.phase !== 'OPEN' || trade.openQuantity.isZero()) return false;
  if (!trade.bracket.stopLoss && !trade.wantedBracket?.stopLoss) return false;
  const entryWorks = orders.some((order) => order.role === 'ENTRY' && isWorking(order.status));
  const covered = orders
    .filter((order) => order.role === 'STOP_LOSS' && isStanding(order))
    .reduce((total, order) => total.plus(order.quantity.minus(order.filledQuantity)), ZERO);
  return entryWorks || covered.lessThan(trade.openQuantity);
}

/** The venue has it and nobody asked to take it back. */
export function isStanding(order: Order): boolean {
  const accepted = order.status === 'ACCEPTED' || order.status === 'PARTIALLY_FILLED';
  return accepted && !order.cancelRequested;
}
