import type { CandleInterval } from '../market/candle.ts';
import { BAR_PRICES, type BarColumns } from './bar-columns.ts';
import { readUnits, UnitColumn, type Units } from './units.ts';

export interface BarText {
  /** Start of the bar, milliseconds since 1970 UTC. */
  readonly at: number;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  /** Null: the source gives no volume. */
  readonly volume: string | null;
}

export interface BarFault {
  readonly field: 'at' | 'open' | 'high' | 'low' | 'close' | 'volume';
  readonly reason: string;
}

const TOO_LONG = 'It has more digits than can be held exactly beside the others.';

/** Builds the columns of one symbol and interval out of decimals as text, exactly. */
export class BarsBuilder {
  readonly #at = new UnitColumn();
  readonly #prices = BAR_PRICES.map(() => new UnitColumn());
  readonly #volume = new UnitColumn();

  constructor(
    private readonly symbol: string,
    private readonly interval: CandleInterval,
  ) {}

  get length(): number {
    return this.#at.length;
  }

  /** Adds a bar that is later than all before it. For any other, returns what is wrong and adds nothing. */
  add(bar: BarText): BarFault | null {
    const read = this.#read(bar);
    if ('field' in read) return read;
    const before = this.#at.length;
    const fault = this.#put(bar, read.prices, read.volume);
    if (fault) for (const column of this.#columns()) column.cut(before);
    return fault;
  }

  build(shared = false): BarColumns {
    const { digits } = this.#prices[0]!;
    const [open, high, low, close] = this.#prices.map((column) => column.values(shared));
    return {
      ...{ symbol: this.symbol, interval: this.interval, digits, at: this.#at.values(shared) },
      ...{ open: open!, high: high!, low: low!, close: close! },
      ...{ volumeDigits: this.#volume.digits, volume: this.#volume.values(shared) },
    };
  }

  #read(bar: BarText): BarFault | { prices: readonly Units[]; volume: Units | null } {
    const last = this.#at.last();
    if (!Number.isFinite(bar.at)) return { field: 'at', reason: 'It is no instant.' };
    if (bar.at <= last)
      return {
        field: 'at',
        reason: bar.at === last ? 'The time is there twice.' : 'The time is not in order.',
      };
    const prices: Units[] = [];
    for (const field of BAR_PRICES) {
      const units = readUnits(bar[field]);
      if (!units) return { field, reason: 'It is no number that can be held exactly.' };
      if (!(units.units > 0)) return { field, reason: 'A price is more than 0.' };
      prices.push(units);
    }
    const volume = bar.volume === null ? null : readUnits(bar.volume);
    if (bar.volume !== null && !volume) return { field: 'volume', reason: 'It is no number.' };
    if (volume && volume.units < 0)
      return { field: 'volume', reason: 'A volume is not less than 0.' };
    return { prices, volume };
  }

  #put({ at }: BarText, prices: readonly Units[], volume: Units | null): BarFault | null {
    this.#at.push(at);
    const digits = Math.max(...prices.map((price) => price.digits), this.#prices[0]!.digits);
    const narrow = this.#prices.findIndex((column) => !column.mayRaise(digits));
    if (narrow >= 0) return { field: BAR_PRICES[narrow]!, reason: TOO_LONG };
    for (const [n, field] of BAR_PRICES.entries()) {
      this.#prices[n]!.raise(digits);
      if (!this.#prices[n]!.add(prices[n]!)) return { field, reason: TOO_LONG };
    }
    const [open, high, low, close] = this.#prices.map((column) => column.last());
    if (high! < Math.max(open!, close!, low!))
      return { field: 'high', reason: 'It is below another price of the bar.' };
    if (low! > Math.min(open!, close!))
      return { field: 'low', reason: 'It is above another price of the bar.' };
    if (!volume) this.#volume.push(Number.NaN);
    else if (!this.#volume.add(volume)) return { field: 'volume', reason: TOO_LONG };
    return null;
  }

  #columns(): readonly UnitColumn[] {
    return [this.#at, ...this.#prices, this.#volume];
  }
}
