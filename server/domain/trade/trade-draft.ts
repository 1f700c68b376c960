import type { OrderId, TradeId } from '../ids.ts';
import type { NewAlert } from '../account/alert.ts';
import type { Order } from '../order/order.ts';
import { isUnprotected } from './standing-exits.ts';
import type { NewTradeEvent, TradeEventType } from './trade-event.ts';
import { phaseOf, tradeMayBecome, type TradeStatus } from './trade-status.ts';
import type { Trade, TradeAggregate } from './trade.ts';

/** All fields but the status, which only `become` changes, and the phase, which follows from it. */
export type TradeChange = Partial<Omit<Trade, 'status' | 'phase'>> & {
  readonly status?: never;
  readonly phase?: never;
};

/** What a move outside the table of states does. `REVIEW` is for a desk that must go on. */
export type OnUnlistedMove = 'THROW' | 'REVIEW';

/** A move that the table of states does not allow: a defect of the desk. */
export class UnlistedMove extends Error {
  constructor(id: TradeId, move: string) {
    super(`Trade ${id}: ${move} is no legal move.`);
  }
}

/**
 * A trade during a decision: its new state, its events, its alerts. It stores nothing; the book stores `before`
 * and `after` in one transaction.
 */
export class TradeDraft {
  readonly #orders: Map<OrderId, Order>;
  readonly events: NewTradeEvent[] = [];
  readonly alerts: NewAlert[] = [];
  readonly resolved: NewAlert['kind'][] = [];
  #trade: Trade;
  /** When the change being learned happened, by the venue's clock; null when the venue did not say. */
  #happened: Date | null = null;

  constructor(
    readonly before: TradeAggregate | null,
    start: TradeAggregate,
    readonly at: Date,
    readonly actor: string,
    private readonly onUnlisted: OnUnlistedMove = 'THROW',
  ) {
    this.#trade = start.trade;
    this.#orders = new Map(start.orders.map((order) => [order.id, order]));
  }

  static of(
    aggregate: TradeAggregate,
    at: Date,
    actor: string,
    onUnlisted?: OnUnlistedMove,
  ): TradeDraft {
    return new TradeDraft(aggregate, aggregate, at, actor, onUnlisted);
  }

  get trade(): Trade {
    return this.#trade;
  }

  get orders(): readonly Order[] {
    return [...this.#orders.values()];
  }

  get after(): TradeAggregate {
    return { trade: this.trade, orders: this.orders };
  }

  order(id: OrderId): Order {
    const order = this.#orders.get(id);
    if (!order) throw new Error(`Order ${id} is not one of trade ${this.trade.id}.`);
    return order;
  }

  /** Changes fields; a whole trade changes all but its status and phase. */
  set(change: TradeChange | Trade): this {
    return this.#take(change, this.trade.status);
  }

  /** The only way to another status. `change` holds the fields that change with it, and only with it. */
  become(status: TradeStatus, change: TradeChange = {}): this {
    const from = this.trade.status;
    if (from === status || tradeMayBecome(from, status)) return this.#take(change, status);
    const move = `${from} → ${status}`;
    if (this.onUnlisted === 'THROW') throw new UnlistedMove(this.trade.id, move);
    return this.askForReview(`${move} is no legal move of a trade. The money stands as booked.`);
  }

  /** Hands the trade to a person, with the reason, the alert and the event. */
  askForReview(
    reason: string,
    change: TradeChange = {},
    kind: 'NEEDS_REVIEW' | 'FOREIGN_CHANGE' = 'NEEDS_REVIEW',
  ): this {
    this.become('NEEDS_REVIEW', { ...change, reason });
    return this.alert(kind, 'CRITICAL', reason).record('NEEDS_REVIEW', reason);
  }

  #take(change: TradeChange | Trade, status: TradeStatus): this {
    const next = { ...this.trade, ...change, status };
    this.#trade = { ...next, phase: phaseOf(status, this.trade.phase, next.openQuantity) };
    return this;
  }

  setOrder(id: OrderId, change: Partial<Order>): Order {
    const next = { ...this.order(id), ...change, updatedAt: this.at };
    this.#orders.set(id, next);
    return next;
  }

  add(orders: readonly Order[]): this {
    for (const order of orders) this.#orders.set(order.id, order);
    return this;
  }

  /**
   * Every change ends with an event, which carries the trade in its present state. `realisedAt`: when money
   * moved, unless that was just now.
   */
  record(type: TradeEventType, message: string, realisedAt?: Date): this {
    this.#countUnprotectedTime();
    this.set({ version: this.trade.version + 1 });
    this.events.push({
      type,
      message,
      occurredAt: this.at,
      realisedAt,
      actor: this.actor,
      trade: this.trade,
      orders: this.orders,
    });
    return this;
  }

  alert(
    kind: NewAlert['kind'],
    severity: NewAlert['severity'],
    message: string,
    condition?: string,
    /** The alert's topic, where that is not the trade. */
    subject?: string,
  ): this {
    this.alerts.push({ kind, severity, message, tradeId: this.trade.id, condition, subject });
    return this;
  }

  resolve(kind: NewAlert['kind']): this {
    this.resolved.push(kind);
    return this;
  }

  /**
   * Runs `learn` for a change that happened at `time` by the venue's clock. `heardAt`: when the venue last
   * reported the order before.
   */
  happened(time: Date | null, heardAt: Date, learn: () => void): void {
    this.#happened = plausible(this, time, heardAt);
    learn();
    this.#happened = null;
  }

  /**
   * Runs the unprotected clock while a wanted stop is not in force at the venue. It starts when, by the venue,
   * the stop went, or else when the desk learned of it. It ends when the desk knows that a stop is in force, or
   * when, by the venue, the holding ended. A stop lost and found within one `learn` was never away.
   */
  #countUnprotectedTime(): void {
    const { trade, before } = this;
    const since = trade.unprotectedSince;
    const naked = isUnprotected(this.after);
    if (naked && !since) this.set({ unprotectedSince: this.#happened ?? this.at });
    if (naked || !since) return;
    const known = since.getTime() === before?.trade.unprotectedSince?.getTime();
    const end = (trade.openQuantity.isZero() ? this.#happened : null) ?? this.at;
    const seconds = known ? Math.max(0, end.getTime() - since.getTime()) / 1000 : 0;
    const unprotectedSeconds = trade.unprotectedSeconds + seconds;
    this.set({ unprotectedSince: null, unprotectedSeconds }).resolve('UNPROTECTED');
  }
}

/**
 * The venue's time of a change, but not before the order was last reported: until then it was as the desk knew
 * it. Null for a time in the future or before the position opened. For an entry it is when the position began.
 */
function plausible({ trade, at }: TradeDraft, time: Date | null, heardAt: Date): Date | null {
  if (!time || time > at || (trade.openedAt && time < trade.openedAt)) return null;
  const heard = heardAt > at ? at : heardAt;
  return time < heard ? heard : time;
}
