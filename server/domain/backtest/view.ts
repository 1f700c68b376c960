import { numberOf, type BarColumns } from '../bars/bar-columns.ts';
import type { StrategyBar } from '../strategy/strategy.ts';

/** The bars of one symbol as a strategy sees them: only complete ones, as objects that are made once. */
export class View {
  /** How many bars of the columns are complete now. */
  seen = 0;
  /** The newest complete bars, oldest first. */
  #made: StrategyBar[] = [];
  /** The most bars of `#made` that were asked for. */
  #wanted = 1;

  constructor(readonly bars: BarColumns) {}

  /** Shows the newest bar, which is now complete. */
  see(): StrategyBar {
    const bar = this.#barAt(this.seen);
    this.seen += 1;
    this.#made.push(bar);
    if (this.#made.length > 2 * this.#wanted + 64) this.#made = this.#made.slice(-this.#wanted);
    return bar;
  }

  /** Complete bars, oldest first, at most `n`. */
  last(n: number): readonly StrategyBar[] {
    const count = Math.min(Math.max(Math.floor(n), 0), this.seen);
    if (count === 0) return [];
    if (count > this.#wanted) this.#wanted = count;
    if (count > this.#made.length) {
      const older: StrategyBar[] = [];
      const first = this.seen - count;
      for (let i = first; i < this.seen - this.#made.length; i += 1) older.push(this.#barAt(i));
      this.#made = [...older, ...this.#made];
    }
    return this.#made.slice(-count);
  }

  #barAt(i: number): StrategyBar {
    const { symbol, digits, volumeDigits, at, open, high, low, close, volume } = this.bars;
    const size = numberOf(volume[i]!, volumeDigits);
    return {
      symbol,
      at: new Date(at[i]!),
      open: numberOf(open[i]!, digits),
      high: numberOf(high[i]!, digits),
      low: numberOf(low[i]!, digits),
      close: numberOf(close[i]!, digits),
      volume: Number.isNaN(size) ? 0 : size,
    };
  }
}
