import { Decimal, sum } from '../decimal.ts';
import type { Candle } from './candle.ts';

/** Merges candles, oldest first, into longer ones: each goes to the interval of `lengthMs` in which it begins. */
export function mergeCandles(candles: readonly Candle[], lengthMs: number): readonly Candle[] {
  const groups = new Map<number, Candle[]>();
  for (const candle of candles) {
    const start = Math.floor(candle.at.getTime() / lengthMs) * lengthMs;
    groups.set(start, [...(groups.get(start) ?? []), candle]);
  }
  return [...groups].map(([start, parts]) => merged(new Date(start), parts));
}

function merged(at: Date, parts: readonly Candle[]): Candle {
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
