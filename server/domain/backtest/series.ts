import { barEnd } from '../bars/bar-times.ts';
import type { BarColumns } from '../bars/bar-columns.ts';
import { lastBefore } from '../bars/official-close.ts';
import { CANDLE_MS } from '../market/candle.ts';
import type { BacktestInput } from './backtest-input.ts';
import type { Market } from './market.ts';
import { View } from './view.ts';

/** The bars of one market in a run: the place of time in them, and how many a strategy has seen. */
export class Series {
  readonly view: View;
  readonly isOwn: boolean;
  /** The bar under way, or the next. */
  i: number;
  /** The first bar of the run. */
  readonly first: number;
  /** Whether bar `i` is under way. */
  isOpen = false;
  /** When the bar under way ends, or the next one starts; infinite after the last. */
  next: number;
  /** When the next bar that the strategy sees is complete. */
  nextSeen: number;
  readonly #end: number;
  readonly #length: number;
  readonly #isDaily: boolean;
  readonly #seenUntil: number;

  constructor(
    readonly market: Market,
    readonly bars: BarColumns,
    seen: BarColumns,
    /** Whether the strategy trades it; if not, its bars only give prices. */
    readonly traded: boolean,
    { from, to }: Pick<BacktestInput, 'from' | 'to'>,
  ) {
    this.view = new View(seen);
    this.isOwn = seen === bars;
    this.first = lastBefore(bars.at, from) + 1;
    this.i = this.first;
    this.#end = Math.max(lastBefore(bars.at, to) + 1, this.i);
    this.#length = CANDLE_MS[bars.interval];
    this.#isDaily = bars.interval === 'ONE_DAY';
    this.view.seen = lastBefore(seen.at, from) + 1;
    // A longer bar that is not over at the run's end is never complete.
    this.#seenUntil = this.isOwn ? Infinity : to;
    this.next = this.i < this.#end ? bars.at[this.i]! : Infinity;
    this.#startWithin(from);
    this.nextSeen = this.#seenAt();
  }

  /** Takes in a bar that began before the run and is not over: it is not known yet, and nothing is done on it. */
  #startWithin(from: number): void {
    const before = this.i - 1;
    if (before >= 0 && this.endOf(before) > from) {
      this.i = before;
      this.isOpen = true;
      this.next = this.endOf(before);
    }
    const { seen } = this.view;
    if (seen > 0 && this.#seenEnd(seen - 1) > from) this.view.seen = seen - 1;
    const known = this.bars.close[this.i - 1];
    if (known !== undefined) this.market.close = known;
  }

  /** The number of bars in `[from, to)`. */
  get total(): number {
    return this.#end - this.first;
  }

  /** Whether the bar under way is one of these. */
  get counts(): boolean {
    return this.i >= this.first;
  }

  /** Begins the bar. */
  open(): void {
    this.isOpen = true;
    this.next = this.endOf(this.i);
  }

  /** Ends the bar. */
  close(): void {
    this.market.close = this.bars.close[this.i]!;
    const end = this.next;
    this.isOpen = false;
    this.i += 1;
    // A bar that begins before the last one is over starts when that one ends.
    this.next = this.i < this.#end ? Math.max(this.bars.at[this.i]!, end) : Infinity;
  }

  /** Shows the strategy its next bar, which is complete. */
  see(): ReturnType<View['see']> {
    const bar = this.view.see();
    this.nextSeen = this.#seenAt();
    return bar;
  }

  /** When a bar of the columns ends. */
  endOf(i: number): number {
    const at = this.bars.at[i]!;
    if (!this.#isDaily) return at + this.#length;
    return barEnd('ONE_DAY', at, this.market.instrument.assetClass);
  }

  #seenAt(): number {
    const { seen, bars } = this.view;
    const at = bars.at[seen];
    if (at === undefined || (this.isOwn && seen >= this.#end)) return Infinity;
    const end = this.#seenEnd(seen);
    return end > this.#seenUntil ? Infinity : end;
  }

  #seenEnd(seen: number): number {
    const { bars } = this.view;
    if (this.isOwn) return this.endOf(seen);
    return barEnd(bars.interval, bars.at[seen]!, this.market.instrument.assetClass);
  }
}
