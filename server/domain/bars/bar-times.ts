import { sessionHours } from '../calendar/market-calendar.ts';
import { newYorkDate } from '../calendar/new-york-time.ts';
import type { CalendarDate } from '../ids.ts';
import type { AssetClass } from '../instrument/instrument.ts';
import { CANDLE_MS, type CandleInterval } from '../market/candle.ts';
import { candleStart } from '../market/merge-candles.ts';

const HALF_DAY_MS = 12 * 3_600_000;

/**
 * The exchange's date of a daily bar. Its start may be midnight in New York or in UTC, or the session's
 * opening: twelve hours later all of them are on the day itself.
 */
export function dateOfDailyBar(at: number): CalendarDate {
  return newYorkDate(new Date(at + HALF_DAY_MS));
}

/** The exchange's date on which a bar begins. */
export function dateOfBar(interval: CandleInterval, at: number): CalendarDate {
  return interval === 'ONE_DAY' ? dateOfDailyBar(at) : newYorkDate(new Date(at));
}

/**
 * When a bar is complete, and may be seen: one interval after its start. A share's daily bar is complete at the
 * exchange's close, at 13:00 on a half-day. A token's daily bar that starts at New York's midnight ends at the
 * next midnight, 23 or 25 hours later where the clocks change; any other ends after 24 hours.
 */
export function barEnd(interval: CandleInterval, at: number, assetClass: AssetClass): number {
  if (interval !== 'ONE_DAY') return at + CANDLE_MS[interval];
  if (assetClass === 'TOKEN') return dayEnd(at);
  const close = sessionHours(dateOfDailyBar(at))?.close.getTime();
  return close !== undefined && close > at ? close : at + CANDLE_MS[interval];
}

function dayEnd(at: number): number {
  const length = CANDLE_MS.ONE_DAY;
  const isOurs = candleStart('ONE_DAY', at) === at;
  // Half a day past its usual end lies in the next day, however long this day was.
  return isOurs ? candleStart('ONE_DAY', at + 1.5 * length) : at + length;
}

/** Whether a bar begins in the exchange's regular hours. */
export function isRegular(at: number): boolean {
  const hours = sessionHours(newYorkDate(new Date(at)));
  return hours !== null && at >= hours.open.getTime() && at < hours.close.getTime();
}
