import type { CandleInterval } from '../../../domain/market/candle.ts';

/** The rows of one symbol in columns by name, oldest first. */
export interface SeriesColumns {
  readonly symbol: string;
  readonly kind: 'bars' | 'quotes';
  readonly interval: CandleInterval | null;
  /** Milliseconds since 1970 UTC, each above the one before. */
  readonly at: Float64Array;
  readonly columns: ReadonlyMap<string, ValueColumn>;
}

/**
 * Whole units of 10 to the power of −`digits`, with as few digits as all values need; NaN: unknown. Null
 * `digits`: the nearest numbers, for values with more digits than a unit can hold.
 */
export interface ValueColumn {
  readonly digits: number | null;
  readonly values: Float64Array;
}

export const PRICES = { bars: ['open', 'high', 'low', 'close'], quotes: ['bid', 'ask'] } as const;

/** A column of shared memory: each thread that receives it reads and writes the same values. */
export function sharedColumn(length: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

/** The same values in units of `wanted` decimals, which are no fewer than they have. */
export function inDigits({ digits, values }: ValueColumn, wanted: number): Float64Array {
  if (digits === wanted) return values;
  if (digits === null) return values.map((value) => value * 10 ** wanted);
  const factor = 10 ** (wanted - digits);
  return values.map((value) => value * factor);
}
