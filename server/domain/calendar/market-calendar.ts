import type { CalendarDate } from '../ids.ts';
import { addDays, daysBetween, weekdayOf } from './calendar-date.ts';
import { isEarlyClose, isHoliday } from './holidays.ts';
import { newYorkDate, newYorkInstant } from './new-york-time.ts';

export type MarketSession = 'PRE_MARKET' | 'REGULAR' | 'POST_MARKET' | 'CLOSED' | 'ALWAYS_OPEN';

/** One trading day of the US exchanges. */
export interface SessionHours {
  /** 04:00 in New York. */
  readonly preOpen: Date;
  /** 09:30. */
  readonly open: Date;
  /** 16:00, or 13:00 on a half-day. Options on single stocks stop here too. */
  readonly close: Date;
  /** 15 minutes after `close`: options on indexes and broad-based ETFs trade until then, save on their last day. */
  readonly optionsClose: Date;
  /** 20:00, or 17:00 on a half-day. */
  readonly postClose: Date;
  readonly halfDay: boolean;
}

const PRE_OPEN = 4 * 60;
const OPEN = 9 * 60 + 30;
const CLOSE = { full: 16 * 60, half: 13 * 60 };
const POST_CLOSE = { full: 20 * 60, half: 17 * 60 };
const OPTIONS_EXTENSION = 15;

const FIRST_MINUTE_MS = 60_000;
const YEAR_MS = 365 * 86_400_000;
const CACHED_DAYS = 10_000;

const days = new Map<string, SessionHours | null>();

/** The exchange date, YYYY-MM-DD: the day in New York, whatever the zone of the machine or the reader. */
export function exchangeDate(instant: Date): CalendarDate {
  return newYorkDate(instant);
}

/** Midnight in New York. */
export function startOfExchangeDay(now: Date): Date {
  return newYorkInstant(exchangeDate(now), 0);
}

export function isTradingDay(date: CalendarDate): boolean {
  return sessionHours(date) !== null;
}

/** The session of a date; null on weekends and holidays. The object is shared: never change its dates. */
export function sessionHours(date: CalendarDate): SessionHours | null {
  let hours = days.get(date);
  if (hours === undefined) {
    hours = isClosedAllDay(date) ? null : hoursOf(date);
    if (days.size >= CACHED_DAYS) days.clear();
    days.set(date, hours);
  }
  return hours;
}

/** The current session and when the next begins; a session ends before the minute at which the next begins. */
export function sessionAt(instant: Date): { session: MarketSession; nextChange: Date } {
  const today = exchangeDate(instant);
  const hours = sessionHours(today);
  if (!hours) return { session: 'CLOSED', nextChange: nextPreOpen(today) };
  if (instant < hours.preOpen) return { session: 'CLOSED', nextChange: hours.preOpen };
  if (instant < hours.open) return { session: 'PRE_MARKET', nextChange: hours.open };
  if (instant < hours.close) return { session: 'REGULAR', nextChange: hours.close };
  if (instant < hours.postClose) return { session: 'POST_MARKET', nextChange: hours.postClose };
  return { session: 'CLOSED', nextChange: nextPreOpen(today) };
}

/**
 * The nth trading day after a date, which need not be a trading day; before it for a negative n, the date
 * itself for 0.
 */
export function tradingDaysAfter(date: CalendarDate, n: number): CalendarDate {
  if (!Number.isInteger(n)) throw new RangeError(`Not a number of days: ${n}`);
  const step = Math.sign(n);
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isTradingDay(day)) left -= 1;
  }
  return day;
}

/** Calendar days from the exchange date to the expiration: 0 on its last day, negative afterwards. */
export function daysToExpiry(expiration: CalendarDate, instant: Date): number {
  return daysBetween(exchangeDate(instant), expiration);
}

/**
 * The regular close of the expiration, or of the last trading day before it when the exchange is closed on that
 * date. `lastTradingInstant` says when a contract stops trading: AM-settled contracts stop the evening before.
 */
export function expiryInstant(expiration: CalendarDate): Date {
  const hours = sessionHours(expiration) ?? sessionHours(tradingDaysAfter(expiration, -1));
  if (!hours) throw new RangeError(`No session on or before ${expiration}`);
  return hours.close;
}

/** Years to the close of the expiration, Act/365; 0 from the close on. */
export function optionYears(expiration: CalendarDate, instant: Date): number {
  return Math.max(0, (expiryInstant(expiration).getTime() - instant.getTime()) / YEAR_MS);
}

/** 09:30:00 to 09:30:59.999 of a trading day, when quotes are wide and prints are stale. */
export function isFirstMinute(instant: Date): boolean {
  const hours = sessionHours(exchangeDate(instant));
  if (!hours) return false;
  const since = instant.getTime() - hours.open.getTime();
  return since >= 0 && since < FIRST_MINUTE_MS;
}

function hoursOf(date: CalendarDate): SessionHours {
  const halfDay = isEarlyClose(date);
  const length = halfDay ? 'half' : 'full';
  return {
    preOpen: newYorkInstant(date, PRE_OPEN),
    open: newYorkInstant(date, OPEN),
    close: newYorkInstant(date, CLOSE[length]),
    optionsClose: newYorkInstant(date, CLOSE[length] + OPTIONS_EXTENSION),
    postClose: newYorkInstant(date, POST_CLOSE[length]),
    halfDay,
  };
}

/** @throws {RangeError} when the date does not exist. */
function isClosedAllDay(date: CalendarDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6 || isHoliday(date);
}

function nextPreOpen(date: CalendarDate): Date {
  const hours = sessionHours(tradingDaysAfter(date, 1));
  if (!hours) throw new RangeError(`No session after ${date}`);
  return hours.preOpen;
}
