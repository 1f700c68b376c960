import type { CalendarDate } from '../ids.ts';
import { addDays, dateOf, weekdayOf } from './calendar-date.ts';

/**
 * The days on which the New York stock exchanges are closed, and those on which they close at 13:00.
 *
 * They follow NYSE Rule 7.2 where it has a rule; the other days are listed below. Checked against the record
 * for 1998-2023 and the exchange's announcements to 2028; later years follow the rules, without closures that
 * the exchange has not announced yet. For 1998-11-27, 1998-12-24 and 1999-12-31 two public records differ; here
 * they are early closes, as in the older and more detailed record; the rules say so too for the first two.
 */
const SPECIAL_CLOSURES: readonly Named[] = [
  ['2001-09-11', 'Attacks of September 11'], // to the 14th
  ['2001-09-12', 'Attacks of September 11'],
  ['2001-09-13', 'Attacks of September 11'],
  ['2001-09-14', 'Attacks of September 11'],
  ['2004-06-11', 'Mourning for President Reagan'],
  ['2007-01-02', 'Mourning for President Ford'],
  ['2012-10-29', 'Hurricane Sandy'],
  ['2012-10-30', 'Hurricane Sandy'],
  ['2018-12-05', 'Mourning for President Bush'],
  ['2025-01-09', 'Mourning for President Carter'],
];

const SPECIAL_EARLY_CLOSES: readonly Named[] = [
  ['1999-12-31', 'New Year’s Eve'],
  ['2002-07-05', 'Day after Independence Day'], // instead of July 3
  ['2003-12-26', 'Day after Christmas'],
];
const NO_EARLY_CLOSE: readonly string[] = ['2002-07-03'];

const FIRST_JUNETEENTH = 2022;
const [SUNDAY, MONDAY, TUESDAY, THURSDAY, FRIDAY, SATURDAY] = [0, 1, 2, 4, 5, 6];

type Named = readonly [date: string, name: string];

/** Dates with the names of their occasions. */
interface YearOfHolidays {
  readonly closed: ReadonlyMap<string, string>;
  readonly early: ReadonlyMap<string, string>;
}

const years = new Map<number, YearOfHolidays>();

/** Whether the exchange is closed on a weekday; weekends are not holidays. */
export function isHoliday(date: CalendarDate): boolean {
  return yearOf(date).closed.has(date);
}

/** Whether trading ends at 13:00. */
export function isEarlyClose(date: CalendarDate): boolean {
  return yearOf(date).early.has(date);
}

/** The occasion of a closure; null on open days and on weekends. */
export function holidayName(date: CalendarDate): string | null {
  return yearOf(date).closed.get(date) ?? null;
}

/** The occasion of an early close; null when there is none. */
export function earlyCloseName(date: CalendarDate): string | null {
  return yearOf(date).early.get(date) ?? null;
}

function yearOf(date: CalendarDate): YearOfHolidays {
  const year = Number(date.slice(0, 4));
  let known = years.get(year);
  if (!known) {
    const closed = closures(year);
    known = { closed, early: earlyCloses(year, closed) };
    years.set(year, known);
  }
  return known;
}

function closures(year: number): ReadonlyMap<string, string> {
  const ruled: readonly Named[] = [
    // On a Saturday it would be observed in the old year, so it is not: December 31 ends the accounts.
    [observed(dateOf(year, 1, 1)), 'New Year’s Day'],
    [nthWeekday(year, 1, MONDAY, 3), 'Martin Luther King Jr. Day'],
    [nthWeekday(year, 2, MONDAY, 3), 'Washington’s Birthday'],
    [addDays(easterSunday(year), -2), 'Good Friday'],
    [lastMondayOfMay(year), 'Memorial Day'],
    ...(year >= FIRST_JUNETEENTH ? [[observed(dateOf(year, 6, 19)), 'Juneteenth'] as const] : []),
    [observed(dateOf(year, 7, 4)), 'Independence Day'],
    [nthWeekday(year, 9, MONDAY, 1), 'Labor Day'],
    [thanksgiving(year), 'Thanksgiving'],
    [observed(dateOf(year, 12, 25)), 'Christmas'],
  ];
  const all = [...ruled, ...inYear(SPECIAL_CLOSURES, year)];
  return new Map(all.filter(([date]) => isWeekday(date)));
}

function earlyCloses(
  year: number,
  closed: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const july4 = weekdayOf(dateOf(year, 7, 4));
  const ruled: readonly Named[] = [
    // Before a July 4 on Tuesday to Friday; a Monday's eve is a Sunday, a weekend's eve is the holiday.
    ...(july4 >= TUESDAY && july4 <= FRIDAY
      ? [[dateOf(year, 7, 3), 'Eve of Independence Day'] as const]
      : []),
    [addDays(thanksgiving(year), 1), 'Day after Thanksgiving'],
    [dateOf(year, 12, 24), 'Christmas Eve'],
  ];
  const all = [
    ...ruled.filter(([date]) => !NO_EARLY_CLOSE.includes(date)),
    ...inYear(SPECIAL_EARLY_CLOSES, year),
  ];
  return new Map(all.filter(([date]) => isWeekday(date) && !closed.has(date)));
}

function inYear(dates: readonly Named[], year: number): readonly Named[] {
  return dates.filter(([date]) => date.startsWith(`${year}-`));
}

/** A Saturday's holiday is observed on Friday, a Sunday's on Monday. */
function observed(date: CalendarDate): string {
  const weekday = weekdayOf(date);
  if (weekday === SATURDAY) return addDays(date, -1);
  return weekday === SUNDAY ? addDays(date, 1) : date;
}

function isWeekday(date: CalendarDate): boolean {
  const weekday = weekdayOf(date);
  return weekday !== SATURDAY && weekday !== SUNDAY;
}

function thanksgiving(year: number): string {
  return nthWeekday(year, 11, THURSDAY, 4);
}

function lastMondayOfMay(year: number): string {
  const last = dateOf(year, 5, 31);
  return addDays(last, -((weekdayOf(last) - MONDAY + 7) % 7));
}

function nthWeekday(year: number, month: number, weekday: number, n: number): string {
  const first = dateOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1));
}

/** Gregorian computus, the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((b + 8) / 25);
  const e = Math.floor((b - d + 1) / 3);
  const f = (19 * a + b - Math.floor(b / 4) - e + 15) % 30;
  const g = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - f - (c % 4)) % 7;
  const h = Math.floor((a + 11 * f + 22 * g) / 451);
  const i = f + g - 7 * h + 114;
  return dateOf(year, Math.floor(i / 31), (i % 31) + 1);
}
