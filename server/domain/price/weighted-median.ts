import { Decimal, sum, ZERO, dec } from '../decimal.ts';

const HALF = dec('0.5');

export interface Weighted {
  readonly value: Decimal;
  /** Above 0. */
  readonly weight: Decimal;
}

/** The median of at least one value; for an even number, the mean of the two in the middle. */
export function median(values: readonly Decimal[]): Decimal {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const low = sorted[(sorted.length - 1) >> 1];
  const high = sorted[sorted.length >> 1];
  if (!low || !high) throw new Error('A median needs a value.');
  return low === high ? low : low.plus(high).times(HALF);
}

/**
 * The lowest and the highest value with half of the weight on either side; mostly they are the same. No value's
 * weight counts for more than all others' together, so that a single value never decides against all others.
 */
export function weightedMedian(values: readonly Weighted[]): readonly [Decimal, Decimal] {
  const sorted = capped(values).sort((a, b) => a.value.comparedTo(b.value));
  const half = sum(sorted.map(({ weight }) => weight)).times(HALF);
  let below = ZERO;
  for (const [at, { value, weight }] of sorted.entries()) {
    below = below.plus(weight);
    if (below.lessThan(half)) continue;
    const next = below.equals(half) ? sorted[at + 1] : undefined;
    return [value, next?.value ?? value];
  }
  throw new Error('A weighted median needs a value.');
}

function capped(values: readonly Weighted[]): Weighted[] {
  if (values.length < 2) return [...values];
  const total = sum(values.map(({ weight }) => weight));
  return values.map(({ value, weight }) => ({
    value,
    weight: Decimal.min(weight, total.minus(weight)),
  }));
}
