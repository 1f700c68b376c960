import type { ResultColumns } from '../statistics/result-columns.ts';
import type { BacktestTrade } from './backtest-report.ts';
import { packTrades } from './packed-trades.ts';
import type { PlainTrades } from './plain-trades.ts';
import { resultsOf } from './trade-results.ts';

/** The closed trades of a run, in order of closing. */
export class ClosedTrades {
  /** The trades of a plain book, which closed before all others; null: there was none. */
  plain: PlainTrades | null = null;
  readonly #others: BacktestTrade[] = [];

  get size(): number {
    return (this.plain?.size ?? 0) + this.#others.length;
  }

  add(trade: BacktestTrade): void {
    this.#others.push(trade);
  }

  list(): readonly BacktestTrade[] {
    return this.plain ? [...this.plain.list(), ...this.#others] : this.#others;
  }

  eachEntry(visit: (symbol: string, quantity: number, entryAt: number) => void): void {
    this.plain?.eachEntry(visit);
    for (const { symbol, quantity, entryAt } of this.#others)
      visit(symbol, Number(quantity), entryAt);
  }

  results(): ResultColumns {
    return this.#onlyPlain?.results() ?? resultsOf(this.list());
  }

  /** The trades as texts: see `packTrades`. */
  texts(): readonly string[] {
    return this.#onlyPlain?.texts() ?? packTrades(this.list());
  }

  get #onlyPlain(): PlainTrades | null {
    return this.#others.length === 0 ? this.plain : null;
  }
}
