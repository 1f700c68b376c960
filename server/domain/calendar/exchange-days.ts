import type { CalendarDate } from '../ids.ts';
import { addDays, daysBetween } from './calendar-date.ts';
import { holidayName, earlyCloseName } from './holidays.ts';
import { sessionHours } from './market-calendar.ts';

/** One date on the stock exchanges' calendar. */
export interface ExchangeDay {
  readonly date: CalendarDate;
  /** Whether there is a session. */
  readonly open: boolean;
  /** Whether the session ends at 13:00. */
  readonly halfDay: boolean;
  /** When the regular session ends; null without one. */
  readonly closesAt: Date | null;
  /** Why it is closed or short; null on other days and on weekends. */
  readonly name: string | null;
}

export const MOST_DAYS = 1_100;

/** Every date of a span, both ends included. @throws {RangeError} for more than `MOST_DAYS`. */
export function exchangeDays(from: string, to: string): readonly ExchangeDay[] {
  const count = daysBetween(from, to) + 1;
  if (count > MOST_DAYS) throw new RangeError(`More than ${MOST_DAYS} days: ${from} to ${to}`);
  return Array.from({ length: Math.max(0, count) }, (_, n) => dayOf(addDays(from, n)));
}

function dayOf(date: CalendarDate): ExchangeDay {
  const hours = sessionHours(date);
  const halfDay = hours?.halfDay ?? false;
  const name = hours ? earlyCloseName(date) : holidayName(date);
  return { date, open: hours !== null, halfDay, closesAt: hours?.close ?? null, name };
}
