import type { Trade, TradeAggregate } from '../../../domain/trade/trade.ts';
import { TradeMemory, type Glimpse, type KnownTrades } from './trade-memory.ts';
import type { Written } from './write-trade.ts';

/**
 * The trades of one writing transaction: those that the server remembers, and those that it has read or written
 * itself. The latter may be rolled back, so the server's memory receives them after the commit.
 */
export class ChangeMemory implements KnownTrades {
  readonly #own = new TradeMemory();
  /** Aggregates with exactly the orders that count. */
  readonly #asStored = new WeakSet<TradeAggregate>();

  constructor(private readonly shared: TradeMemory) {}

  find(row: Glimpse): TradeAggregate | null {
    const found = this.#own.find(row) ?? this.shared.find(row);
    return found && this.#stored(found);
  }

  keep(row: Glimpse, read: TradeAggregate): TradeAggregate {
    return this.#stored(this.#own.keep(row, read));
  }

  /** The trade, if this very aggregate was read in this transaction: null when the caller made or changed it. */
  asStored(aggregate: TradeAggregate | null): Trade | null {
    return aggregate !== null && this.#asStored.has(aggregate) ? aggregate.trade : null;
  }

  /** Remembers the written trade for the next read, unless the decision saw more orders than count. */
  wrote(before: TradeAggregate | null, trade: Trade, { row, counting }: Written): void {
    if (before !== null && this.asStored(before) === null) return;
    const orders = counting.map((order) => ({ ...order, fills: order.fills.slice(-1) }));
    this.keep(row as unknown as Glimpse, { trade, orders });
  }

  tell(): void {
    this.#own.tell(this.shared);
  }

  #stored(aggregate: TradeAggregate): TradeAggregate {
    this.#asStored.add(aggregate);
    return aggregate;
  }
}
