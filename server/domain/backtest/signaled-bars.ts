import type { BarColumns } from '../bars/bar-columns.ts';
import { SIGNAL } from '../strategy/definition.ts';

/**
 * The bars of a stretch that have a signal, each with the start and open of the next bar. They are read at
 * once: read one by one, each would wait for memory.
 */
export class SignaledBars {
  readonly places: Int32Array;
  readonly nextAt: Float64Array;
  readonly nextOpen: Float64Array;
  count = 0;

  constructor(
    private readonly signals: Uint8Array,
    private readonly bars: BarColumns,
    private readonly first: number,
    /** The most bars in a stretch. */
    most: number,
  ) {
    this.places = new Int32Array(most);
    this.nextAt = new Float64Array(most);
    this.nextOpen = new Float64Array(most);
  }

  within(from: number, to: number): this {
    const { signals, places, nextAt, nextOpen, first } = this;
    const { at, open } = this.bars;
    let count = 0;
    for (let n = from; n < to; n += 1) {
      if (signals[n] === SIGNAL.NONE) continue;
      places[count] = n;
      count += 1;
    }
    for (let k = 0; k < count; k += 1) {
      const next = first + places[k]! + 1;
      nextAt[k] = at[next] ?? Number.NaN;
      nextOpen[k] = open[next] ?? Number.NaN;
    }
    this.count = count;
    return this;
  }
}
