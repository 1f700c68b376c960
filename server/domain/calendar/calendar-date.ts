import type { CalendarDate } from '../ids.ts';

/**
 * Plain calendar dates, `YYYY-MM-DD`, without hour or zone. They sort as text, and all arithmetic on them is
 * in whole days of the proleptic Gregorian calendar.
 */
const DAY_MS = 86_400_000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the date exists: `2026-02-30` does not. */
export function isCalendarDate(text: string): boolean {
  if (!FORM.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && fromTime(time) === text;
}

/** Midnight UTC of the date, in milliseconds. @throws {RangeError} when the date does not exist. */
export function timeOf(date: CalendarDate): number {
  if (!isCalendarDate(date)) throw new RangeError(`Not a calendar date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}

export function dateOf(year: number, month: number, day: number): CalendarDate {
  return fromTime(Date.UTC(year, month - 1, day));
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromTime(timeOf(date) + days * DAY_MS);
}

/** Days from one date to another; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY_MS);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(timeOf(date)).getUTCDay();
}

function fromTime(time: number): CalendarDate {
  return new Date(time).toISOString().slice(0, 10);
}
