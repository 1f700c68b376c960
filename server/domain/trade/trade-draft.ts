import type { NewAlert } from '../account/alert.ts';
import type { Order } from '../order/order.ts';
import { isUnprotected } from './standing-exits.ts';
import type { NewTradeEvent, TradeEventType } from './trade-event.ts';
import { phaseOf, tradeMayBecome, type TradeStatus } from './trade-status.ts';
import type { Trade, TradeAggregate } from './trade.ts';

/** Anything but the status, which `become` alone changes, and the phase, which follows from it. */
export type TradeChange = Partial<Omit<Trade, 'status' | 'phase'>> & {
  readonly status?: never;
  readonly phase?: never;
};

/** What a move does that the table of states does not list: `REVIEW` is for where the desk must go on. */
export type OnUnlistedMove = 'THROW' | 'REVIEW';

/** A trade was to become what it may not: a defect of the desk. */
export class UnlistedMove extends Error {
  constructor(id: string, move: string) {
    super(`Trade ${id}: ${move} is no legal move.`);
  }
}

/**
 * A trade while it is being decided on: what it becomes, what is told about it, what is raised.
 * Nothing is stored here; the book stores `before` and `after` in one transaction.
 */
export class TradeDraft {
  readonly #orders: Map<string, Order>;
  readonly events: NewTradeEvent[] = [];
  readonly alerts: NewAlert[] = [];
  readonly resolved: NewAlert['kind'][] = [];
  #trade: Trade;
  /** When what is being learned happened, by the venue's own clock; null where that says nothing. */
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

  order(id: string): Order {
    const order = this.#orders.get(id);
    if (!order) throw new Error(`Order ${id} is not one of trade ${this.trade.id}.`);
    return order;
  }

  /** A whole trade brings all but its status and its phase. */
  set(change: TradeChange | Trade): this {
    return this.#take(change, this.trade.status);
  }

  /** The only way to another status. `change`: what belongs to the move, and comes only with it. */
  become(status: TradeStatus, change: TradeChange = {}): this {
    const from = this.trade.status;
    if (from === status || tradeMayBecome(from, status)) return this.#take(change, status);
    const move = `${from} → ${status}`;
    if (this.onUnlisted === 'THROW') throw new UnlistedMove(this.trade.id, move);
    return this.askForReview(`${move} is no legal move of a trade. The money stands as booked.`);
  }

  /** Hands the trade to a person: why, with the alert and the event. */
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

  setOrder(id: string, change: Partial<Order>): Order {
    const next = { ...this.order(id), ...change, updatedAt: this.at };
    this.#orders.set(id, next);
    return next;
  }

  add(orders: readonly Order[]): this {
    for (const order of orders) this.#orders.set(order.id, order);
    return this;
  }

  /**
   * Every change ends with what is told of it: an event carries the trade as it stands now. `realisedAt`:
   * when money moved, where that was not just now.
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
  ): this {
    this.alerts.push({ kind, severity, message, tradeId: this.trade.id, condition });
    return this;
  }

  resolve(kind: NewAlert['kind']): this {
    this.resolved.push(kind);
    return this;
  }

  /** What is learned in `learn` happened at `time` by the venue's clock, to an order last heard of at `heardAt`. */
  happened(time: Date | null, heardAt: Date, learn: () => void): void {
    this.#happened = plausible(this, time, heardAt);
    learn();
    this.#happened = null;
  }

  /**
   * The unprotected clock runs while a wanted stop stands nowhere at the venue: from when the venue says
   * that it went, else from when the desk learned it, until the desk knows that one stands, or until the
   * venue says that nothing is held. What is lost and found in one learning was never away.
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
 * The venue's time of what it tells, unless that is still to come or lies before the position; an order was
 * as the desk knew it until it last heard of it. Of an entry it says when the position began.
 */
function plausible({ trade, at }: TradeDraft, time: Date | null, heardAt: Date): Date | null {
  if (!time || time > at || (trade.openedAt && time < trade.openedAt)) return null;
  const heard = heardAt > at ? at : heardAt;
  return time < heard ? heard : time;
}
