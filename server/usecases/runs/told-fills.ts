import type { TradeId } from '../../domain/ids.ts';
import type { StrategyFill } from '../../domain/strategy/strategy.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookReader } from '../../ports/book.ts';

export interface TradeFillTold {
  readonly tradeId: TradeId;
  readonly fill: StrategyFill;
}

/** Which fills of its trades a strategy was given, and which not. */
export class ToldFills {
  /** Counts of fills given, by all that distinguishes a fill; two equal fills count as two. */
  readonly #told = new Map<string, number>();
  /** Trades that may have fills that it was not given. */
  readonly #watched = new Set<TradeId>();

  constructor(
    /** Fills before this instant do not belong to the run. */
    private readonly from: Date,
  ) {}

  tell(told: TradeFillTold): void {
    const key = keyOf(told);
    this.#told.set(key, (this.#told.get(key) ?? 0) + 1);
  }

  watch(trades: readonly TradeId[]): void {
    for (const id of trades) this.#watched.add(id);
  }

  /** Oldest first. `active`: the strategy's trades that may still change. */
  async untold(
    reader: Pick<BookReader, 'allOrdersOf' | 'tradesById'>,
    active: readonly TradeAggregate[],
  ): Promise<readonly TradeFillTold[]> {
    this.watch(active.map(({ trade }) => trade.id));
    const ids = [...this.#watched];
    if (ids.length === 0) return [];
    const trades = await reader.tradesById(ids);
    const orders = await reader.allOrdersOf(ids);
    const seen = new Map<string, number>();
    const untold: TradeFillTold[] = [];
    for (const { trade } of trades)
      for (const { side, fills } of orders.get(trade.id) ?? [])
        for (const { quantity, price, filledAt } of fills) {
          if (filledAt < this.from) continue;
          const { symbol } = trade.instrument;
          const parts = { quantity: quantity.toFixed(), price: price.toNumber(), at: filledAt };
          const each = { tradeId: trade.id, fill: { symbol, side, ...parts } };
          const key = keyOf(each);
          const count = (seen.get(key) ?? 0) + 1;
          seen.set(key, count);
          if (count > (this.#told.get(key) ?? 0)) untold.push(each);
        }
    const still = new Set(active.map(({ trade }) => trade.id));
    for (const id of ids) if (!still.has(id)) this.#watched.delete(id);
    return untold.sort((a, b) => a.fill.at.getTime() - b.fill.at.getTime());
  }
}

function keyOf({ tradeId, fill }: TradeFillTold): string {
  const { side, quantity, price, at } = fill;
  return [tradeId, side, quantity, price, at.getTime()].join(' ');
}
