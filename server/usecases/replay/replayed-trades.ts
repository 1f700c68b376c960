import type { OrderId, TradeId } from '../../domain/ids.ts';
import type { Order } from '../../domain/order/order.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import type { JournalledDecision, MovedUnlogged } from '../../ports/decision-made.ts';
import { begin, decide, idsAgain } from '../steps/decision.ts';
import { BEGIN_KINDS, CHANGE_KINDS } from './decision-kinds.ts';

/** What was recorded cannot be run again; its message says why. */
export class NotReplayable extends Error {
  override readonly name = 'NotReplayable';
}

interface Replayed {
  readonly trade: Trade;
  /** All orders that are known, each with its last fill. */
  readonly orders: Map<OrderId, Order>;
}

/** The state of a trade before the span. */
export type StateBefore = (tradeId: TradeId) => Promise<TradeAggregate | null>;

/** Trades as the replay has made them so far: each decision starts from what the one before it made again. */
export class ReplayedTrades {
  readonly #trades = new Map<TradeId, Replayed>();

  constructor(private readonly before: StateBefore) {}

  /** Makes a decision again. @throws {NotReplayable} */
  async again(made: JournalledDecision): Promise<TradeDraft> {
    try {
      const draft = made.moved ? await this.#change(made, made.moved) : this.#begin(made);
      // A decision that makes no event is not stored.
      if (draft.events.length > 0) this.#keep(draft);
      return draft;
    } catch (error) {
      if (error instanceof NotReplayable) throw error;
      const { kind, first } = made;
      const why = error instanceof Error ? error.message : String(error);
      throw new NotReplayable(
        `The decision ${kind} of event ${first} cannot be made again: ${why}`,
      );
    }
  }

  /** The trade as it was made again last; null when the span has not touched it yet. */
  of(tradeId: TradeId): Trade | null {
    return this.#trades.get(tradeId)?.trade ?? null;
  }

  #begin(made: JournalledDecision): TradeDraft {
    const kind = BEGIN_KINDS.get(made.kind) ?? unknownKind(made);
    return begin(kind, byOf(made), made.input as never).draft;
  }

  async #change(made: JournalledDecision, moved: MovedUnlogged): Promise<TradeDraft> {
    const kind = CHANGE_KINDS.get(made.kind) ?? unknownKind(made);
    const { trade, orders } = await this.#known(made);
    const stored = {
      trade: asMoved(trade, moved),
      orders: made.orders.map((id) => known(orders, id)),
    };
    return decide(kind, stored, byOf(made), made.input as never).draft;
  }

  async #known({ tradeId, first }: JournalledDecision): Promise<Replayed> {
    const known = this.#trades.get(tradeId);
    if (known) return known;
    const found = await this.before(tradeId);
    if (!found) throw new NotReplayable(`Nothing of trade ${tradeId} precedes event ${first}.`);
    const orders = new Map(found.orders.map((order) => [order.id, withLastFill(order)]));
    return { trade: found.trade, orders };
  }

  #keep({ trade, orders }: TradeDraft): void {
    const known = this.#trades.get(trade.id)?.orders ?? new Map<OrderId, Order>();
    for (const order of orders) known.set(order.id, withLastFill(order));
    this.#trades.set(trade.id, { trade, orders: known });
  }
}

function byOf({ at, actor, ids }: JournalledDecision) {
  return { at, actor, onUnlistedMove: 'REVIEW', ids: idsAgain(ids) } as const;
}

function known(orders: ReadonlyMap<OrderId, Order>, id: OrderId): Order {
  const order = orders.get(id);
  if (!order) throw new NotReplayable(`The order ${id} was not made again.`);
  return order;
}

function unknownKind({ kind, first }: JournalledDecision): never {
  throw new NotReplayable(`Event ${first} was made by a decision of the unknown kind ${kind}.`);
}

/** For decisions an order is loaded with its last fill alone. */
function withLastFill(order: Order): Order {
  return order.fills.length > 1 ? { ...order, fills: order.fills.slice(-1) } : order;
}

function asMoved(trade: Trade, { best, ...seen }: MovedUnlogged): Trade {
  return { ...trade, ...seen, trail: trade.trail && { ...trade.trail, best } };
}
