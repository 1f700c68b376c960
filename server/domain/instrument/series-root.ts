import type { CalendarDate } from '../ids.ts';
import { addDays, dateOf, weekdayOf } from '../calendar/calendar-date.ts';
import { isTradingDay, tradingDaysAfter } from '../calendar/market-calendar.ts';

/** Indexes whose AM-settled monthly series use the index name, and whose PM-settled series use another root. */
const PM_ROOT: ReadonlyMap<string, string> = new Map([
  ['SPX', 'SPXW'],
  ['NDX', 'NDXP'],
  ['RUT', 'RUTW'],
]);

const FRIDAY = 5;

/**
 * The OCC root of an underlying's series for an expiration, as the exchanges list it: `SPX` on the third
 * Friday of a month (or the trading day before when that is a holiday), `SPXW` on every other day. On a third
 * Friday the chain has both; without a given root, the standard AM-settled one is meant.
 * Source: Cboe and Nasdaq PHLX, contract specifications of SPX, RUT, NDX and VIX.
 * @throws {RangeError} when the date does not exist.
 */
export function seriesRoot(underlying: string, expiration: CalendarDate): string {
  if (underlying === 'VIX') return isVolatilityMonthly(expiration) ? 'VIX' : 'VIXW';
  const weekly = PM_ROOT.get(underlying);
  return weekly && !isMonthly(expiration) ? weekly : underlying.replace('/', '');
}

function isMonthly(date: CalendarDate): boolean {
  return date === orTradingDayBefore(thirdFriday(date));
}

/** VIX expires 30 days before the next month's standard SPX series. */
function isVolatilityMonthly(date: CalendarDate): boolean {
  const nextMonth = addDays(`${date.slice(0, 7)}-01`, 31);
  const standard = orTradingDayBefore(thirdFriday(nextMonth));
  return date === orTradingDayBefore(addDays(standard, -30));
}

function thirdFriday(date: CalendarDate): string {
  const first = dateOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 1);
  return addDays(first, ((FRIDAY - weekdayOf(first) + 7) % 7) + 14);
}

function orTradingDayBefore(date: CalendarDate): string {
  return isTradingDay(date) ? date : tradingDaysAfter(date, -1);
}
