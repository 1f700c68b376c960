import { expect, it } from 'vitest';
import { exchangeDays, MOST_DAYS } from '../../../server/domain/calendar/exchange-days.ts';
import { isEarlyClose, isHoliday } from '../../../server/domain/calendar/holidays.ts';

it('exchange days name why the exchange is closed or closes early', () => {
  const year = exchangeDays('2026-01-01', '2026-12-31');
  expect(year).toHaveLength(365);
  expect(year.flatMap(({ date, name }) => (name ? [`${date.slice(5)} ${name}`] : []))).toEqual([
    '01-01 New Year’s Day',
    '01-19 Martin Luther King Jr. Day',
    '02-16 Washington’s Birthday',
    '04-03 Good Friday',
    '05-25 Memorial Day',
    '06-19 Juneteenth',
    '07-03 Independence Day',
    '09-07 Labor Day',
    '11-26 Thanksgiving',
    '11-27 Day after Thanksgiving',
    '12-24 Christmas Eve',
    '12-25 Christmas',
  ]);
  expect(exchangeDays('2001-09-10', '2001-09-12').map(({ name }) => name)).toEqual([
    null,
    ...Array<string>(2).fill('Attacks of September 11'),
  ]);
});

it('exchange days have the calendar’s sessions', () => {
  const [thursday, friday, saturday] = exchangeDays('2026-11-26', '2026-11-28');
  expect(thursday).toMatchObject({ open: false, halfDay: false, closesAt: null });
  expect(friday).toMatchObject({ open: true, halfDay: true });
  expect(friday?.closesAt).toEqual(new Date('2026-11-27T18:00:00Z'));
  expect(saturday).toMatchObject({ open: false, name: null });
  for (const { date, name, halfDay } of exchangeDays('2027-01-01', '2029-12-31')) {
    expect(name !== null).toBe(isHoliday(date) || isEarlyClose(date));
    expect(halfDay).toBe(isEarlyClose(date));
  }
});

it('exchange days are empty for a reversed span and limited in number', () => {
  expect(exchangeDays('2026-03-02', '2026-03-01')).toEqual([]);
  expect(() => exchangeDays('2020-01-01', '2026-01-01')).toThrow(String(MOST_DAYS));
});
