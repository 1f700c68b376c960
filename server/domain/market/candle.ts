import type { Decimal } from '../decimal.ts';

export type CandleInterval =
  'ONE_MINUTE' | 'FIVE_MINUTES' | 'FIFTEEN_MINUTES' | 'ONE_HOUR' | 'ONE_DAY';

/** The interval of the bars of a kind of strategy that names none. */
export const USUAL_INTERVAL: CandleInterval = 'ONE_MINUTE';

const MINUTE_MS = 60_000;

/** A day counts as 24 hours, though the exchange's can have 23 or 25. */
export const CANDLE_MS: Readonly<Record<CandleInterval, number>> = {
  ONE_MINUTE: MINUTE_MS,
  FIVE_MINUTES: 5 * MINUTE_MS,
  FIFTEEN_MINUTES: 15 * MINUTE_MS,
  ONE_HOUR: 60 * MINUTE_MS,
  ONE_DAY: 1_440 * MINUTE_MS,
};

/** Prices over one interval, in dollars per share or unit. */
export interface Candle {
  /** The interval's start; for a day, midnight in New York. */
  readonly at: Date;
  readonly open: Decimal;
  readonly high: Decimal;
  readonly low: Decimal;
  readonly close: Decimal;
  /** Null when the source does not report it. */
  readonly volume: Decimal | null;
}

/** Candles that begin in `[from, to)`. */
export interface CandleRange {
  readonly symbol: string;
  readonly interval: CandleInterval;
  readonly from: Date;
  readonly to: Date;
}

/** The candles, oldest first, one for each time. Of several for one time the last counts: sources correct with it. */
export function ascending(candles: readonly Candle[]): readonly Candle[] {
  const byTime = new Map(candles.map((candle) => [candle.at.getTime(), candle]));
  return [...byTime.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}
