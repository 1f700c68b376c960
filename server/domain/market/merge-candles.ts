import { newYorkDate, newYorkInstant } from '../calendar/new-york-time.ts';
import { Decimal, sum } from '../decimal.ts';
import { grouped } from '../grouped.ts';
import { CANDLE_MS, type Candle, type CandleInterval } from './candle.ts';

/** Merges candles, oldest first, into longer ones: each counts in the interval in which it begins. */
export function mergeCandles(
  candles: readonly Candle[],
  interval: CandleInterval,
): readonly Candle[] {
  // A day's date is much cheaper to compute than its beginning.
  const keyOf = ({ at }: Candle) =>
    interval === 'ONE_DAY' ? newYorkDate(at) : candleStart(interval, at.getTime());
  return [...grouped(candles, keyOf).values()].map((parts) =>
    asOneCandle(new Date(candleStart(interval, parts[0].at.getTime())), parts),
  );
}

/** When the candle that contains an instant begins, for candles of all hours: their days are New York's. */
export function candleStart(interval: CandleInterval, at: number): number {
  if (interval === 'ONE_DAY') return newYorkInstant(newYorkDate(new Date(at)), 0).getTime();
  return Math.floor(at / CANDLE_MS[interval]) * CANDLE_MS[interval];
}

/** One candle made of all these, oldest first and at least one. */
function asOneCandle(at: Date, parts: readonly Candle[]): Candle {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const volumes = parts.map(({ volume }) => volume).filter((volume) => volume !== null);
  return {
    at,
    open: first.open,
    high: Decimal.max(...parts.map(({ high }) => high)),
    low: Decimal.min(...parts.map(({ low }) => low)),
    close: last.close,
    volume: volumes.length > 0 ? sum(volumes) : null,
  };
}
