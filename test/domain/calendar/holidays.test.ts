import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../../server/domain/calendar/calendar-date.ts';
import { isEarlyClose, isHoliday } from '../../../server/domain/calendar/holidays.ts';
import { sessionHours } from '../../../server/domain/calendar/market-calendar.ts';
import { csvRows, referenceFile } from '../../support/recorded/reference-file.ts';

const holidayRecord = referenceFile('data/reference/calendars/us-equity-holidays-1998-2028.json');
const sessionRecord = referenceFile('data/reference/calendars/nyse-sessions-1990-2023.csv');

/** The exchange's announcements by year: days closed all day, and days that close at 13:00. */
const ANNOUNCED: [year: number, closed: string, early: string][] = [
  [2024, '01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25', '07-03 11-29 12-24'],
  [2025, '01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25', '07-03 11-28 12-24'],
  [2026, '01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25', '11-27 12-24'],
  [2027, '01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24', '11-26'],
  [2028, '01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25', '07-03 11-24'],
];

describe('the exchange', () => {
  it.each(ANNOUNCED)('has its announced holidays and half-days of %i', (year, closed, early) => {
    const days = daysFrom(`${year}-01-01`, `${year}-12-31`);
    expect(short(days.filter(isHoliday))).toBe(closed);
    expect(short(days.filter(isEarlyClose))).toBe(early);
  });

  it.each([
    ['mourns President Reagan', '2004-06-11'],
    ['stays closed after September 11', '2001-09-14'],
    ['waits for hurricane Sandy to pass', '2012-10-30'],
    ['keeps Christmas on Friday when it is a Saturday', '2021-12-24'],
    ['keeps New Year on Monday when it is a Sunday', '2023-01-02'],
    ['keeps the first Juneteenth, a Sunday, on Monday', '2022-06-20'],
  ])('%s', (_, date) => {
    expect(isHoliday(date)).toBe(true);
  });

  it.each([
    ['opens on December 31 before a New Year on Saturday', '2021-12-31'],
    ['opens on June 18 in the year before Juneteenth was kept', '2021-06-18'],
    ['opens on June 19 before Juneteenth was kept', '2019-06-19'],
    ['opens on Columbus Day', '2026-10-12'],
    ['opens on Easter Monday', '2026-04-06'],
  ])('%s', (_, date) => {
    expect(isHoliday(date)).toBe(false);
  });

  it.skipIf(!holidayRecord)('was closed on the recorded holidays from 1998 to 2028', () => {
    const record = JSON.parse(holidayRecord!) as {
      holidays: string[];
      early_closes: Record<string, string>;
    };
    const days = daysFrom('1998-01-01', '2028-12-31');
    expect(days.filter(isHoliday)).toEqual(record.holidays.filter(isWeekday));
    // Three early closes are missing in this record; a Sunday among its early closes does not matter.
    const early = [
      '1998-11-27',
      '1998-12-24',
      '1999-12-31',
      ...Object.keys(record.early_closes).filter(isWeekday),
    ];
    expect(days.filter(isEarlyClose)).toEqual(early.sort());
  });

  it.skipIf(!sessionRecord)('opened and closed at the recorded instants from 1998 to 2023', () => {
    const rows = csvRows(sessionRecord!).filter((row) => row['session']! >= '1998');
    const traded = new Map(rows.map((row) => [row['session']!, row]));
    const seen = daysFrom('1998-01-01', rows.at(-1)!['session']!).flatMap((date) => {
      const hours = sessionHours(date);
      return hours ? [[date, wire(hours.open), wire(hours.close)]] : [];
    });
    const recorded = [...traded.values()].map((row) => [
      row['session'],
      row['open_utc'],
      row['close_utc'],
    ]);
    expect(rows.length).toBeGreaterThan(6_000);
    expect(seen).toEqual(recorded);
  });
});

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function isWeekday(date: string): boolean {
  return ![0, 6].includes(weekdayOf(date));
}

function short(dates: string[]): string {
  return dates.map((date) => date.slice(5)).join(' ');
}

function wire(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z');
}
