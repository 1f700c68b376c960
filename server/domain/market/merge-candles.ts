import { Decimal, sum } from '../decimal.ts';
import { grouped } from '../grouped.ts';
import type { Candle } from './candle.ts';

/** Merges candles, oldest first, into longer ones: each goes to the interval of `lengthMs` in which it begins. */
export function mergeCandles(candles: readonly Candle[], lengthMs: number): readonly Candle[] {
  const startOf = ({ at }: Candle) => Math.floor(at.getTime() / lengthMs) * lengthMs;
  return [...grouped(candles, startOf)].map(([start, parts]) =>
    asOneCandle(new Date(start), parts),
  );
}

/** One candle of all these, oldest first and at least one. */
export function asOneCandle(at: Date, parts: readonly Candle[]): Candle {
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
