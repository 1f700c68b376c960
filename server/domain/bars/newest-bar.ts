import type { AssetClass } from '../instrument/instrument.ts';
import { CANDLE_MS, type CandleInterval } from '../market/candle.ts';
import { candleStart } from '../market/merge-candles.ts';
import { barEnd } from './bar-times.ts';

/** When the newest bar that is complete at an instant began, if the series has a bar of that time. */
export function newestBar(interval: CandleInterval, now: number, assetClass: AssetClass): number {
  if (interval !== 'ONE_DAY') return candleStart(interval, now) - CANDLE_MS[interval];
  let start = candleStart(interval, now);
  while (barEnd(interval, start, assetClass) > now) start = candleStart(interval, start - 1);
  return start;
}
