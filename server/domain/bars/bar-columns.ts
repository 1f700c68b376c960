import type { CandleInterval } from '../market/candle.ts';

/**
 * The bars of one symbol and interval, oldest first, in columns that threads may share.
 *
 * A price is a whole number of units: dollars times 10 to the power of `digits`. So equal prices are equal
 * numbers, and sums of them are exact.
 */
export interface BarColumns {
  readonly symbol: string;
  readonly interval: CandleInterval;
  readonly digits: number;
  /** Starts of the bars, milliseconds since 1970 UTC, each above the one before. */
  readonly at: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volumeDigits: number;
  /** Shares, contracts or tokens times 10 to the power of `volumeDigits`; NaN: the source gives none. */
  readonly volume: Float64Array;
}

export const BAR_PRICES = ['open', 'high', 'low', 'close'] as const;

/** A price or size of a column as the nearest number. */
export function numberOf(units: number, digits: number): number {
  return units / 10 ** digits;
}
