/** The highest of a series of values, the deepest fall below it, and the lowest with its time. */
export interface Extremes<T extends number | bigint> {
  peak: T;
  /** The size of the deepest fall, and the value that it fell from. */
  draw: T;
  drawFrom: T;
  lowest: T;
  lowestAt: number;
  lowestCash: bigint;
}

/** Has the cash, which is read only when needed. */
export interface Cash {
  readonly cash: bigint;
}

export function bigExtremes(value: bigint, at: number): Extremes<bigint> {
  return { peak: value, lowest: value, draw: 0n, drawFrom: value, lowestAt: at, lowestCash: value };
}

export function seeBig(seen: Extremes<bigint>, value: bigint, at: number, account: Cash): void {
  if (value >= seen.peak) {
    seen.peak = value;
    return;
  }
  if (seen.peak - value > seen.draw) {
    seen.draw = seen.peak - value;
    seen.drawFrom = seen.peak;
  }
  if (value < seen.lowest) {
    seen.lowest = value;
    seen.lowestAt = at;
    seen.lowestCash = account.cash;
  }
}
