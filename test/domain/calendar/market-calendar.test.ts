import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Calendar from '../../../server/domain/calendar/market-calendar.ts';
import type * as NewYork from '../../../server/domain/calendar/new-york-time.ts';

/** Each import reads the machine's zone again: nothing computed in another zone may remain. */
describe.each([
  ['UTC', 0],
  ['Asia/Tokyo', -540],
  ['America/Los_Angeles', 480],
])('the market calendar of a machine in %s', (zone, winterOffset) => {
  let calendar: typeof Calendar;
  let newYork: typeof NewYork;

  beforeEach(async () => {
    vi.stubEnv('TZ', zone);
    vi.resetModules();
    calendar = await import('../../../server/domain/calendar/market-calendar.ts');
    newYork = await import('../../../server/domain/calendar/new-york-time.ts');
    expect(new Date('2026-01-15T12:00:00Z').getTimezoneOffset()).toBe(winterOffset);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ['a moment before midnight in winter', '2026-01-16T04:59:59.999Z', '2026-01-15'],
    ['midnight in winter', '2026-01-16T05:00:00Z', '2026-01-16'],
    ['a moment before midnight in summer', '2026-07-16T03:59:59.999Z', '2026-07-15'],
    ['midnight in summer', '2026-07-16T04:00:00Z', '2026-07-16'],
    ['the evening of the spring week-end', '2026-03-08T03:59:59Z', '2026-03-07'],
    ['the night that clocks go back', '2026-11-02T04:59:59Z', '2026-11-01'],
    ['New Year', '2027-01-01T04:30:00Z', '2026-12-31'],
  ])("%s has New York's date", (_, instant, date) => {
    expect(calendar.exchangeDate(at(instant))).toBe(date);
  });

  it.each([
    ['the Friday before clocks go forward', '2026-03-06', '09:00 14:30 21:00 21:15 01:00 full'],
    ['the Monday after', '2026-03-09', '08:00 13:30 20:00 20:15 00:00 full'],
    ['the Friday before clocks go back', '2026-10-30', '08:00 13:30 20:00 20:15 00:00 full'],
    ['the Monday after that', '2026-11-02', '09:00 14:30 21:00 21:15 01:00 full'],
    ['the half-day after Thanksgiving', '2026-11-27', '09:00 14:30 18:00 18:15 22:00 half'],
    ['the half-day before July 4', '2025-07-03', '08:00 13:30 17:00 17:15 21:00 half'],
  ])('%s has its hours', (_, date, hours) => {
    const found = calendar.sessionHours(date)!;
    const { preOpen, open, close, optionsClose, postClose, halfDay } = found;
    const times = [preOpen, open, close, optionsClose, postClose].map((time) =>
      time.toISOString().slice(11, 16),
    );
    expect([...times, halfDay ? 'half' : 'full'].join(' ')).toBe(hours);
  });

  it.each([
    ['before clocks go forward', '2026-03-08', '01:59', '2026-03-08T06:59:00.000Z'],
    ['skipped as clocks go forward', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
    ['after clocks went forward', '2026-03-08', '03:00', '2026-03-08T07:00:00.000Z'],
    ['midnight after that', '2026-03-09', '00:00', '2026-03-09T04:00:00.000Z'],
    ['shown twice, the first time', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['after clocks went back', '2026-11-01', '02:00', '2026-11-01T07:00:00.000Z'],
    ['the evening after that', '2026-11-01', '23:59', '2026-11-02T04:59:00.000Z'],
  ])('a wall time %s is one instant', (_, date, time, instant) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    expect(newYork.newYorkInstant(date, hour * 60 + minute).toISOString()).toBe(instant);
  });

  it.each([
    ['early on a trading day', '2026-03-09T07:59:59Z', 'CLOSED', '2026-03-09T08:00'],
    ['as the pre-market opens', '2026-03-09T08:00:00Z', 'PRE_MARKET', '2026-03-09T13:30'],
    ['a moment before the bell', '2026-03-09T13:29:59.999Z', 'PRE_MARKET', '2026-03-09T13:30'],
    ['at the bell', '2026-03-09T13:30:00Z', 'REGULAR', '2026-03-09T20:00'],
    ['at the close', '2026-03-09T20:00:00Z', 'POST_MARKET', '2026-03-10T00:00'],
    ['in the evening', '2026-03-10T00:00:00Z', 'CLOSED', '2026-03-10T08:00'],
    [
      'on Friday evening before clocks change',
      '2026-03-07T02:00:00Z',
      'CLOSED',
      '2026-03-09T08:00',
    ],
    ['on a half-day at 13:00', '2026-11-27T18:00:00Z', 'POST_MARKET', '2026-11-27T22:00'],
    ['on a half-day at 17:00', '2026-11-27T22:00:00Z', 'CLOSED', '2026-11-30T09:00'],
    ['on Thanksgiving', '2026-11-26T17:00:00Z', 'CLOSED', '2026-11-27T09:00'],
    ['on Good Friday', '2026-04-03T15:00:00Z', 'CLOSED', '2026-04-06T08:00'],
  ])('%s the session and the next one are known', (_, instant, session, next) => {
    const found = calendar.sessionAt(at(instant));
    expect([found.session, found.nextChange.toISOString().slice(0, 16)]).toEqual([session, next]);
  });

  it.each([
    ['2026-04-02', 1, '2026-04-06'],
    ['2026-04-04', 1, '2026-04-06'],
    ['2026-11-25', 2, '2026-11-30'],
    ['2026-03-06', 0, '2026-03-06'],
    ['2026-01-20', -1, '2026-01-16'],
    ['2025-12-31', 251, '2026-12-31'],
    ['2026-12-31', 1, '2027-01-04'],
  ])('from %s, %i trading days on is %s', (date, n, expected) => {
    expect(calendar.tradingDaysAfter(date, n)).toBe(expected);
  });

  it.each([
    ['on the day itself, whatever the hour', '2026-03-27', '2026-03-28T03:00:00Z', 0],
    ['a New York evening before', '2026-03-27', '2026-03-27T03:00:00Z', 1],
    ['over a DST week-end', '2026-03-09', '2026-03-06T22:00:00Z', 3],
    ['after it', '2026-03-27', '2026-03-30T14:00:00Z', -3],
  ])('days to expiry: %s', (_, expiration, instant, days) => {
    expect(calendar.daysToExpiry(expiration, at(instant))).toBe(days);
  });

  it.each([
    ['a Friday', '2026-03-27', '2026-03-27T20:00:00.000Z'],
    ['a half-day', '2026-11-27', '2026-11-27T18:00:00.000Z'],
    ['a Saturday of old', '2013-03-16', '2013-03-15T20:00:00.000Z'],
    ['Good Friday', '2026-04-03', '2026-04-02T20:00:00.000Z'],
  ])('a contract of %s ends with the last regular close', (_, expiration, instant) => {
    expect(calendar.expiryInstant(expiration).toISOString()).toBe(instant);
  });

  it('counts an option’s years to the close, and none after it', () => {
    const years = (instant: string): number => calendar.optionYears('2026-03-27', at(instant));
    expect(years('2025-03-27T20:00:00Z')).toBe(1);
    expect(years('2026-03-27T19:00:00Z')).toBeCloseTo(1 / 24 / 365, 15);
    expect(years('2026-03-27T20:00:00Z')).toBe(0);
    expect(years('2026-03-30T20:00:00Z')).toBe(0);
  });

  it.each([
    ['2026-03-09T13:29:59.999Z', false],
    ['2026-03-09T13:30:00.000Z', true],
    ['2026-03-09T13:30:59.999Z', true],
    ['2026-03-09T13:31:00.000Z', false],
    ['2026-03-07T14:30:30.000Z', false],
    ['2026-04-03T13:30:30.000Z', false],
  ])('%s is in the first minute: %s', (instant, expected) => {
    expect(calendar.isFirstMinute(at(instant))).toBe(expected);
  });

  it('refuses days that do not exist and invalid clocks', () => {
    expect(() => calendar.isTradingDay('2026-02-30')).toThrow(RangeError);
    expect(() => calendar.exchangeDate(at('nonsense'))).toThrow(RangeError);
    expect(() => calendar.tradingDaysAfter('2026-02-27', 1.5)).toThrow(RangeError);
  });
});

function at(instant: string): Date {
  return new Date(instant);
}
