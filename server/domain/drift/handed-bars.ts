import { barEnd } from '../bars/bar-times.ts';
import type { BarText } from '../bars/bars-builder.ts';
import { instrumentOf } from '../bars/instrument-of.ts';
import { dec } from '../decimal.ts';
import type { CandleInterval } from '../market/candle.ts';
import type { HandedLine } from './handed-reads.ts';

/** The bars that a run got, in the form that a backtest takes, collected from its journal line by line. */
export class HandedBars {
  readonly #bars = new Map<string, Map<number, BarText>>();
  /** Start of the first bar or time of the first quote that the run was called with; null: neither came. */
  from: number | null = null;
  /** Dollars that the run had when it first asked; null: it never asked. */
  cash: string | null = null;
  /** The run got quotes, or asked for some. Bars have none. */
  readsQuotes = false;

  /** Bars that end after `until`, in milliseconds, are left out. */
  constructor(
    private readonly interval: CandleInterval,
    private readonly until: number,
  ) {}

  get size(): number {
    return [...this.#bars.values()].reduce((total, bars) => total + bars.size, 0);
  }

  /** The bars of each symbol that has any, oldest first. */
  get series(): readonly { readonly symbol: string; readonly bars: readonly BarText[] }[] {
    return [...this.#bars].map(([symbol, bars]) => ({
      symbol,
      bars: [...bars.values()].sort((a, b) => a.at - b.at),
    }));
  }

  add({ at: called, input, cash, readsQuotes }: Omit<HandedLine, 'reads' | 'sequence'>): void {
    this.cash ??= cash;
    if (readsQuotes || input.kind === 'QUOTE') this.readsQuotes = true;
    if (input.kind === 'QUOTE' && called.getTime() <= this.until) this.#begins(called.getTime());
    if (input.kind === 'WARM_UP')
      for (const { at, open, high, low, close, volume } of input.bars)
        this.#put(input.symbol, {
          ...{ at: at.getTime(), open: open.toFixed(), high: high.toFixed(), low: low.toFixed() },
          ...{ close: close.toFixed(), volume: volume?.toFixed() ?? '0' },
        });
    if (input.kind !== 'BAR') return;
    const { symbol, at, open, high, low, close, volume } = input.bar;
    const bar = {
      ...{ at: at.getTime(), open: text(open), high: text(high), low: text(low) },
      ...{ close: text(close), volume: text(volume) },
    };
    if (this.#put(symbol, bar)) this.#begins(bar.at);
  }

  #begins(at: number): void {
    this.from = Math.min(this.from ?? at, at);
  }

  #put(symbol: string, bar: BarText): boolean {
    const { assetClass } = instrumentOf(symbol);
    if (barEnd(this.interval, bar.at, assetClass) > this.until) return false;
    const bars = this.#bars.get(symbol) ?? new Map<number, BarText>();
    this.#bars.set(symbol, bars);
    bars.set(bar.at, bar);
    return true;
  }
}

/** The shortest decimal of a price: the one that the market printed. */
function text(price: number): string {
  return dec(price).toFixed();
}
