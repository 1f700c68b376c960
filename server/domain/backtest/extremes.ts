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

export function extremesAt<T extends number | bigint>(
  value: T,
  zero: T,
  at: number,
  cash: bigint,
): Extremes<T> {
  return {
    ...{ peak: value, draw: zero, drawFrom: value },
    ...{ lowest: value, lowestAt: at, lowestCash: cash },
  };
}

/** Of whole numbers that a double holds. Written out twice: a generic form is half as fast. */
export function seeNumber(seen: Extremes<number>, value: number, at: number, cash: bigint): void {
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
    seen.lowestCash = cash;
  }
}

export function seeBig(seen: Extremes<bigint>, value: bigint, at: number, cash: bigint): void {
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
    seen.lowestCash = cash;
  }
}

/** The same, with every value so many times as large. */
export function widened(seen: Extremes<number>, factor: bigint): Extremes<bigint> {
  const wide = (value: number) => BigInt(value) * factor;
  return {
    ...{ peak: wide(seen.peak), draw: wide(seen.draw), drawFrom: wide(seen.drawFrom) },
    ...{ lowest: wide(seen.lowest), lowestAt: seen.lowestAt, lowestCash: seen.lowestCash },
  };
}
