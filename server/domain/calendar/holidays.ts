import { addDays, dateOf, weekdayOf } from './calendar-date.ts';

/**
 * The days on which the New York stock exchanges are closed, and those on which they close at 13:00.
 *
 * By NYSE Rule 7.2 where a rule exists, else listed below. Checked against the record for 1998-2023 and
 * against the exchange's announcements to 2028; later years follow the rules, so a closure that nobody
 * has announced yet cannot be in here. For 1998-11-27, 1998-12-24 and 1999-12-31 two public records
 * differ; they are early closes here, as in the older and more detailed of the two and as the
 * rules for the first two say.
 */
const SPECIAL_CLOSURES: readonly string[] = [
  '2001-09-11', // attacks of September 11, to the 14th
  '2001-09-12',
  '2001-09-13',
  '2001-09-14',
  '2004-06-11', // mourning for President Reagan
  '2007-01-02', // mourning for President Ford
  '2012-10-29', // hurricane Sandy, two days
  '2012-10-30',
  '2018-12-05', // mourning for President Bush
  '2025-01-09', // mourning for President Carter
];

const SPECIAL_EARLY_CLOSES: readonly string[] = [
  '1999-12-31',
  '2002-07-05', // instead of July 3
  '2003-12-26',
];
const NO_EARLY_CLOSE: readonly string[] = ['2002-07-03'];

const FIRST_JUNETEENTH = 2022;
const [SUNDAY, MONDAY, TUESDAY, THURSDAY, FRIDAY, SATURDAY] = [0, 1, 2, 4, 5, 6];

interface YearOfHolidays {
  readonly closed: ReadonlySet<string>;
  readonly early: ReadonlySet<string>;
}

const years = new Map<number, YearOfHolidays>();

/** Closed though it is a weekday; week-ends are not in here. */
export function isHoliday(date: string): boolean {
  return yearOf(date).closed.has(date);
}

/** Trading ends at 13:00. */
export function isEarlyClose(date: string): boolean {
  return yearOf(date).early.has(date);
}

function yearOf(date: string): YearOfHolidays {
  const year = Number(date.slice(0, 4));
  let known = years.get(year);
  if (!known) {
    const closed = closures(year);
    known = { closed, early: earlyCloses(year, closed) };
    years.set(year, known);
  }
  return known;
}

function closures(year: number): ReadonlySet<string> {
  const ruled = [
    // Of a Saturday it falls into the year before, and so is not kept: December 31 ends the accounts.
    observed(dateOf(year, 1, 1)),
    nthWeekday(year, 1, MONDAY, 3), // Martin Luther King Jr. Day
    nthWeekday(year, 2, MONDAY, 3), // Washington's Birthday
    addDays(easterSunday(year), -2), // Good Friday
    lastMondayOfMay(year), // Memorial Day
    ...(year >= FIRST_JUNETEENTH ? [observed(dateOf(year, 6, 19))] : []),
    observed(dateOf(year, 7, 4)),
    nthWeekday(year, 9, MONDAY, 1), // Labor Day
    thanksgiving(year),
    observed(dateOf(year, 12, 25)),
  ];
  return new Set([...ruled, ...inYear(SPECIAL_CLOSURES, year)].filter(isWeekday));
}

function earlyCloses(year: number, closed: ReadonlySet<string>): ReadonlySet<string> {
  const july4 = weekdayOf(dateOf(year, 7, 4));
  const ruled = [
    // Before a July 4 on Tuesday to Friday; a Monday's eve is a Sunday, a week-end's is the holiday.
    ...(july4 >= TUESDAY && july4 <= FRIDAY ? [dateOf(year, 7, 3)] : []),
    addDays(thanksgiving(year), 1),
    dateOf(year, 12, 24),
  ].filter((date) => !NO_EARLY_CLOSE.includes(date));
  const all = [...ruled, ...inYear(SPECIAL_EARLY_CLOSES, year)];
  return new Set(all.filter((date) => isWeekday(date) && !closed.has(date)));
}

function inYear(dates: readonly string[], year: number): readonly string[] {
  return dates.filter((date) => date.startsWith(`${year}-`));
}

/** Saturday's holiday is kept on Friday, Sunday's on Monday. */
function observed(date: string): string {
  const weekday = weekdayOf(date);
  if (weekday === SATURDAY) return addDays(date, -1);
  return weekday === SUNDAY ? addDays(date, 1) : date;
}

function isWeekday(date: string): boolean {
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
