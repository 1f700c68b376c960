import { sessionHours } from '../../domain/calendar/market-calendar.ts';

/** Formatters are slow, and New York changes its offset on a full hour of UTC: one answer serves that hour. */
const HOUR_MS = 3_600_000;
const wallClock = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: 'America/New_York', hourCycle: 'h23' },
  ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' },
});

let hour = NaN;
let offset = 0;

export interface NewYorkTime {
  /** Days since 1970. */
  readonly day: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

/** The regular session opens at 9:30. */
export const OPEN_MINUTE = 570;
export const CLOSE_MINUTE = 960;
const EARLY_CLOSE_MINUTE = 780;
const DAY_MS = 86_400_000;

/** The minute at which the regular session of a day ends: 16:00, on a half-day 13:00. */
export function closeMinute(day: number): number {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return sessionHours(date)?.halfDay ? EARLY_CLOSE_MINUTE : CLOSE_MINUTE;
}

export function newYorkTime(instant: Date): NewYorkTime {
  const time = instant.getTime();
  const utcHour = Math.floor(time / HOUR_MS);
  if (utcHour !== hour) {
    const parts = wallClock.formatToParts(utcHour * HOUR_MS);
    const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    offset = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour')) - utcHour * HOUR_MS;
    hour = utcHour;
  }
  const minutes = Math.floor((time + offset) / 60_000);
  return { day: Math.floor(minutes / 1440), minute: minutes % 1440 };
}
