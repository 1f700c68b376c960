import { addDays } from '../calendar/calendar-date.ts';
import { isTradingDay, sessionHours } from '../calendar/market-calendar.ts';
import { newYorkDate } from '../calendar/new-york-time.ts';
import type { CalendarDate } from '../ids.ts';
import type { AssetClass } from '../instrument/instrument.ts';
import { CANDLE_MS } from '../market/candle.ts';
import type { BarColumns } from './bar-columns.ts';
import { barEnd, dateOfBar, dateOfDailyBar, isRegular } from './bar-times.ts';

type Series = Pick<BarColumns, 'at' | 'interval'>;

const DAY_MS = CANDLE_MS.ONE_DAY;

/**
 * The dates of the first and last bar, each where the bars leave out a whole session of `[from, to)` on its
 * side (for a token, 24 hours); null where they leave out none.
 */
export function isShortOf(
  { at, interval }: Series,
  { from, to }: { readonly from: number; readonly to: number },
  assetClass: AssetClass,
): { readonly before: CalendarDate | null; readonly after: CalendarDate | null } {
  const [first, last] = [at[0]!, at.at(-1)!];
  const lacks = (start: number, end: number) =>
    assetClass === 'TOKEN' ? end - start >= DAY_MS : hasSession(start, end);
  return {
    before: lacks(from, first) ? dateOfBar(interval, first) : null,
    after: lacks(barEnd(interval, last, assetClass), to) ? dateOfBar(interval, last) : null,
  };
}

function hasSession(from: number, to: number): boolean {
  for (let date = newYorkDate(new Date(from)); ; date = addDays(date, 1)) {
    const hours = sessionHours(date);
    if (hours && hours.open.getTime() >= from) return hours.close.getTime() <= to;
  }
}

/** How many bars are missing between the first and the last one: in regular hours; for a token, at all hours. */
export function missingBars({ at, interval }: Series, assetClass: AssetClass): number {
  const [first, last] = [at[0], at.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const length = CANDLE_MS[interval];
  if (assetClass === 'TOKEN') return Math.round((last - first) / length) + 1 - at.length;
  if (interval === 'ONE_DAY') return missingDays(at);
  return missingWithin(at, length);
}

function missingDays(at: Float64Array): number {
  const there = new Set(Array.from(at, dateOfDailyBar));
  const last = dateOfDailyBar(at.at(-1)!);
  let missing = 0;
  for (let date = dateOfDailyBar(at[0]!); date <= last; date = addDays(date, 1)) {
    if (isTradingDay(date) && !there.has(date)) missing += 1;
  }
  return missing;
}

/** Bars start a whole number of lengths from the first regular bar: on the hour, or half past. */
function missingWithin(at: Float64Array, length: number): number {
  const regular = at.filter((start) => isRegular(start) || isRegular(start + length - 1));
  const first = regular[0];
  if (first === undefined) return 0;
  const there = new Set(regular);
  const last = at.at(-1)!;
  let missing = 0;
  for (let date = newYorkDate(new Date(first)); ; date = addDays(date, 1)) {
    const hours = sessionHours(date);
    if (!hours) {
      if (date > newYorkDate(new Date(last))) return missing;
      continue;
    }
    const open = hours.open.getTime();
    const steps = Math.ceil((open - length - first + 1) / length);
    for (let start = first + steps * length; start < hours.close.getTime(); start += length) {
      if (start > last) return missing;
      if (start >= first && !there.has(start)) missing += 1;
    }
  }
}
