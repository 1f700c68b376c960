import { sessionHours } from '../calendar/market-calendar.ts';
import { newYorkDate } from '../calendar/new-york-time.ts';
import type { CalendarDate } from '../ids.ts';
import type { AssetClass } from '../instrument/instrument.ts';
import { CANDLE_MS, type CandleInterval } from '../market/candle.ts';

const HALF_DAY_MS = 12 * 3_600_000;

/**
 * The exchange's date of a daily bar. Its start may be midnight in New York or in UTC, or the session's
 * opening: twelve hours later all of them are on the day itself.
 */
export function dateOfDailyBar(at: number): CalendarDate {
  return newYorkDate(new Date(at + HALF_DAY_MS));
}

/**
 * When a bar is complete, and may be seen: its start and its interval later. A share's daily bar is complete
 * at the exchange's close, at 13:00 on a half-day; a token's after 24 hours.
 */
export function barEnd(interval: CandleInterval, at: number, assetClass: AssetClass): number {
  if (interval === 'ONE_DAY' && assetClass !== 'TOKEN') {
    const close = sessionHours(dateOfDailyBar(at))?.close.getTime();
    if (close !== undefined && close > at) return close;
  }
  return at + CANDLE_MS[interval];
}

/** Whether a bar begins in the exchange's regular hours. */
export function isRegular(at: number): boolean {
  const hours = sessionHours(newYorkDate(new Date(at)));
  return hours !== null && at >= hours.open.getTime() && at < hours.close.getTime();
}
