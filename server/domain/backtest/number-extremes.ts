import type { Cash, Extremes } from './extremes.ts';
import type { Series } from './series.ts';

/** Half of what a double holds as a whole number: if a sum and one part fit, the other part is whole too. */
const MOST = 2 ** 52;

export function isExact(value: number): boolean {
  return value <= MOST && value >= -MOST;
}

/** One holding at the closes of bars: the equity is `base + close × weight` at each. */
export interface HeldBars {
  readonly series: Series;
  readonly base: number;
  readonly weight: number;
  readonly account: Cash;
}

/** Extremes of doubles that are whole. A class of its own: shared with bigints, each number would be an object. */
export class NumberExtremes implements Extremes<number> {
  peak: number;
  draw = 0;
  drawFrom: number;
  lowest: number;

  constructor(
    value: number,
    public lowestAt: number,
    public lowestCash: bigint,
  ) {
    this.peak = value;
    this.drawFrom = value;
    this.lowest = value;
  }

  see(value: number, at: number, account: Cash): void {
    if (value >= this.peak) {
      this.peak = value;
      return;
    }
    if (this.peak - value > this.draw) {
      this.draw = this.peak - value;
      this.drawFrom = this.peak;
    }
    if (value < this.lowest) {
      this.lowest = value;
      this.lowestAt = at;
      this.lowestCash = account.cash;
    }
  }

  /**
   * Like `see` for each bar of `[from, to)`, with the figures in variables: as fast as adding them up.
   * @returns the first place whose value a double does not hold as a whole number; else `to`.
   */
  seeCloses({ series, base, weight, account }: HeldBars, from: number, to: number): number {
    const { close } = series.bars;
    let { peak, draw, drawFrom, lowest } = this;
    let lowestPlace = -1;
    let i = from;
    for (; i < to; i += 1) {
      const value = base + close[i]! * weight;
      if (!isExact(value)) break;
      if (value >= peak) {
        peak = value;
        continue;
      }
      if (peak - value > draw) {
        draw = peak - value;
        drawFrom = peak;
      }
      if (value < lowest) {
        lowest = value;
        lowestPlace = i;
      }
    }
    this.peak = peak;
    this.draw = draw;
    this.drawFrom = drawFrom;
    this.lowest = lowest;
    if (lowestPlace >= 0) {
      this.lowestAt = series.endOf(lowestPlace);
      this.lowestCash = account.cash;
    }
    return i;
  }

  /** The same extremes with every value multiplied by `factor`. */
  widened(factor: bigint): Extremes<bigint> {
    const { lowestAt, lowestCash } = this;
    const wide = (value: number) => BigInt(value) * factor;
    const [peak, lowest] = [wide(this.peak), wide(this.lowest)];
    return {
      peak,
      lowest,
      draw: wide(this.draw),
      drawFrom: wide(this.drawFrom),
      lowestAt,
      lowestCash,
    };
  }
}
