/** The highest of a run of values, the deepest fall below it, and the lowest, with when it was. */
export interface Extremes<T extends number | bigint> {
  peak: T;
  /** How deep the deepest fall is, and what it fell from. */
  draw: T;
  drawFrom: T;
  lowest: T;
  lowestAt: number;
  lowestCash: bigint;
}

/** Whose cash is looked at where it is wanted. */
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
