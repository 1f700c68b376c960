import { newYorkDate, newYorkInstant } from '../calendar/new-york-time.ts';
import type { AssetClass } from '../instrument/instrument.ts';
import { CANDLE_MS, type CandleInterval } from '../market/candle.ts';
import type { BarColumns } from './bar-columns.ts';
import { isRegular } from './bar-times.ts';

/** Whether bars of one interval can be built from those of another. */
export function isFiner(interval: CandleInterval, than: CandleInterval): boolean {
  return CANDLE_MS[interval] < CANDLE_MS[than] && CANDLE_MS[than] % CANDLE_MS[interval] === 0;
}

/**
 * Builds longer bars. Each finer bar counts in the interval in which it begins; an interval without finer bars
 * has no bar. A day starts at New York's midnight, like the daily bars that a run gets. A share's day takes
 * bars at least partly in regular hours, as it is complete at their close; a token's day takes all bars.
 */
export function aggregate(
  fine: BarColumns,
  interval: CandleInterval,
  assetClass: AssetClass,
): BarColumns {
  const known = made.get(fine) ?? new Map<string, BarColumns>();
  made.set(fine, known);
  const key = `${interval} ${assetClass}`;
  const bars = known.get(key) ?? build(fine, interval, assetClass);
  known.set(key, bars);
  return bars;
}

/** Bars already built: a sweep asks for the same ones again and again. */
const made = new WeakMap<BarColumns, Map<string, BarColumns>>();

function build(fine: BarColumns, interval: CandleInterval, assetClass: AssetClass): BarColumns {
  const length = CANDLE_MS[fine.interval];
  const counts = (at: number) =>
    assetClass === 'TOKEN' || isRegular(at) || isRegular(at + length - 1);
  const startOf = interval === 'ONE_DAY' ? dayStart(counts) : clockStart(CANDLE_MS[interval]);
  const found = { at: [], open: [], high: [], low: [], close: [], volume: [] } as Lists;
  let last = -1;
  for (let i = 0; i < fine.at.length; i += 1) {
    const start = startOf(fine.at[i]!);
    if (Number.isNaN(start)) continue;
    if (last < 0 || found.at[last] !== start) last = begin(found, start, fine, i);
    else extend(found, last, fine, i);
  }
  return {
    ...{ symbol: fine.symbol, interval, digits: fine.digits, volumeDigits: fine.volumeDigits },
    ...{ at: Float64Array.from(found.at), open: Float64Array.from(found.open) },
    ...{ high: Float64Array.from(found.high), low: Float64Array.from(found.low) },
    ...{ close: Float64Array.from(found.close), volume: Float64Array.from(found.volume) },
  };
}

type Lists = Record<'at' | 'open' | 'high' | 'low' | 'close' | 'volume', number[]>;

function begin(into: Lists, start: number, fine: BarColumns, i: number): number {
  into.open.push(fine.open[i]!);
  into.high.push(fine.high[i]!);
  into.low.push(fine.low[i]!);
  into.close.push(fine.close[i]!);
  into.volume.push(fine.volume[i]!);
  return into.at.push(start) - 1;
}

function extend(into: Lists, n: number, fine: BarColumns, i: number): void {
  if (fine.high[i]! > into.high[n]!) into.high[n] = fine.high[i]!;
  if (fine.low[i]! < into.low[n]!) into.low[n] = fine.low[i]!;
  into.close[n] = fine.close[i]!;
  // A sum with one unknown volume (NaN) is unknown.
  into.volume[n]! += fine.volume[i]!;
}

function clockStart(length: number): (at: number) => number {
  return (at) => Math.floor(at / length) * length;
}

/** New York's midnight before a bar that counts; NaN for a bar that does not. */
function dayStart(counts: (at: number) => boolean): (at: number) => number {
  let [date, midnight] = ['', Number.NaN];
  return (at) => {
    if (!counts(at)) return Number.NaN;
    const today = newYorkDate(new Date(at));
    if (today !== date) [date, midnight] = [today, newYorkInstant(today, 0).getTime()];
    return midnight;
  };
}
