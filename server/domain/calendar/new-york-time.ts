import type { CalendarDate } from '../ids.ts';
import { timeOf } from './calendar-date.ts';

/**
 * Wall-clock time in New York, whatever the zone of the machine.
 *
 * Formatters are slow to build and to use. New York changes its offset only on a full hour of UTC, so one
 * answer is good for that hour.
 */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const CACHED_HOURS = 20_000;
const CACHED_DAYS = 1_000;

const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

const offsets = new Map<number, number>();
/** Dates by the number of days since 1970 in New York. */
const dates = new Map<number, CalendarDate>();

/** The date in New York. @throws {RangeError} for an invalid Date. */
export function newYorkDate(instant: Date): CalendarDate {
  const time = instant.getTime();
  const day = Math.floor((time + offsetAt(time)) / DAY_MS);
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (dates.size >= CACHED_DAYS) dates.clear();
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

/** The hour in New York, 0..23. */
export function newYorkHour(instant: Date): number {
  const time = instant.getTime();
  return new Date(time + offsetAt(time)).getUTCHours();
}

/** The time in New York, `HH:mm`. */
export function newYorkClock(instant: Date): string {
  const time = instant.getTime();
  return new Date(time + offsetAt(time)).toISOString().slice(11, 16);
}

/**
 * The instant at which New York's clocks show `minutes` past midnight. A time that occurs twice, when clocks go
 * back, means the first. A time that clocks skip means the instant as long after the skip.
 */
export function newYorkInstant(date: CalendarDate, minutes: number): Date {
  const wall = timeOf(date) + minutes * MINUTE_MS;
  const guess = wall - offsetAt(wall);
  const corrected = wall - offsetAt(guess);
  return new Date(corrected + offsetAt(corrected) === wall ? corrected : guess);
}

/** Milliseconds to add to UTC: -5 or -4 hours. */
function offsetAt(time: number): number {
  const hour = Math.floor(time / HOUR_MS);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    offset = askedOffset(hour * HOUR_MS);
    if (offsets.size >= CACHED_HOURS) offsets.clear();
    offsets.set(hour, offset);
  }
  return offset;
}

function askedOffset(time: number): number {
  const parts = new Map(wallClock.formatToParts(time).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - time;
}
