import { sessionHours } from '../calendar/market-calendar.ts';
import { isRegular, dateOfDailyBar } from './bar-times.ts';
import type { CalendarDate } from '../ids.ts';
import type { BarColumns } from './bar-columns.ts';

export interface OfficialClose {
  readonly units: number;
  readonly digits: number;
}

/**
 * The official close of a date: the close of its daily bar, else of its last bar in regular hours. Null: none
 * of these bars, all of one symbol, is of that date.
 */
export function officialClose(
  series: readonly BarColumns[],
  date: CalendarDate,
): OfficialClose | null {
  const hours = sessionHours(date);
  if (!hours) return null;
  const daily = series.filter(({ interval }) => interval === 'ONE_DAY');
  const byDay = daily.map((bars) => closeOf(bars, hours.close.getTime(), isOf(date)));
  const day = byDay.find((close) => close !== null);
  if (day) return day;
  const finest = series.filter(({ interval }) => interval !== 'ONE_DAY');
  const within = (at: number) => at >= hours.open.getTime() && isRegular(at);
  let best: (OfficialClose & { readonly at: number }) | null = null;
  for (const bars of finest) {
    const close = closeOf(bars, hours.close.getTime(), within);
    if (close && (!best || close.at > best.at)) best = close;
  }
  return best;
}

const isOf = (date: CalendarDate) => (at: number) => dateOfDailyBar(at) === date;

/** The last bar that begins before an instant, if `belongs` accepts its start; else null. */
function closeOf(bars: BarColumns, before: number, belongs: (at: number) => boolean) {
  const last = lastBefore(bars.at, before);
  const at = bars.at[last];
  if (at === undefined || !belongs(at)) return null;
  return { at, units: bars.close[last]!, digits: bars.digits };
}

/** How many values in a row are cheaper to check than a search over a long column, whose steps wait for memory. */
const NEAR = 256;

/**
 * The place of the last value below `limit` in an ascending column; -1: there is none. `near`: a place a little
 * before it; the values that follow it are checked first, in order.
 */
export function lastBefore(column: Float64Array, limit: number, near = -1): number {
  let [low, high] = [0, column.length];
  if (near >= 0 && column[near]! < limit) {
    const end = Math.min(near + NEAR, high);
    for (low = near + 1; low < end; low += 1) if (column[low]! >= limit) return low - 1;
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
