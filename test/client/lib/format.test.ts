import { expect, it } from 'vitest';
import { Exact, exact, sumKnown, typed } from '../../../client/lib/exact.ts';
import {
  age,
  compact,
  counted,
  countdown,
  fixed,
  held,
  money,
  percent,
  price,
  quantity,
  said,
  slim,
  tone,
} from '../../../client/lib/format.ts';
import { expiryLine, instrumentName } from '../../../client/lib/instrument.ts';
import { dayOf, daysUntil, exactTime, timeOfDay, zoneLabel } from '../../../client/lib/times.ts';

it('writes a minus as U+2212, groups thousands, and gives a known zero no sign', () => {
  expect(money('-11795.78', { sign: true })).toBe('\u221211,795.78');
  expect(money('1133.5', { sign: true })).toBe('+1,133.50');
  expect(money('0', { sign: true })).toBe('0.00');
  expect(money('-0.00')).toBe('0.00');
});

it('writes one full stop when the venue’s sentence ends the desk’s', () => {
  expect(said('Entry rejected: 100 shares per contract..')).toBe(
    'Entry rejected: 100 shares per contract.',
  );
  expect(said('No price.. Not sent again…')).toBe('No price. Not sent again…');
  expect(said('wait... 3 -> 4')).toBe('wait... 3 -> 4');
});

it('never rounds a price away, and never uses a float', () => {
  expect(price('0.9040')).toBe('0.904');
  expect(price('12.8')).toBe('12.80');
  expect(price('558.4000000000001')).toBe('558.40');
  expect(money('123456789012345678.91')).toBe('123,456,789,012,345,678.91');
  expect(fixed('2.345', 2)).toBe('2.35');
});

it('counts one thing in the singular', () => {
  expect([1, 0, 1204].map((count) => counted(count, 'event'))).toEqual([
    '1 event',
    '0 events',
    '1,204 events',
  ]);
});

it('drops decimals when a narrow column would cut the figure', () => {
  expect(slim('-999.94', 1)).toBe('\u2212999.9');
  expect(slim('-999.95', 1)).toBe('\u22121,000');
  expect(slim('4117.03', 1)).toBe('+4,117');
});

it('writes counts, percents and large figures', () => {
  expect(quantity('1850', { sign: true })).toBe('+1,850');
  expect(quantity('-6')).toBe('\u22126');
  expect(percent('-7.42')).toBe('\u22127.4%');
  expect(compact('267100')).toBe('+267.1k');
});

it('writes ages, countdowns and holding times', () => {
  expect([8, 252, 7500, 270_000].map(age)).toEqual(['8 s', '4m 12s', '2h 05m', '3d 03h']);
  expect(countdown(4673)).toBe('1:17:53');
  expect([47, 227, 1739].map(held)).toEqual(['47 min', '3:47', '1d 04:59']);
});

it('colours only figures above or below zero', () => {
  expect([tone('1'), tone('-1'), tone('0'), tone(null)]).toEqual(['up', 'dn', '', '']);
});

it('keeps the unknown unknown', () => {
  expect(exact(null)).toBeNull();
  expect(exact('')).toBeNull();
  const { sum, missing } = sumKnown([new Exact('0.1'), null, new Exact('0.2')]);
  expect([sum.toFixed(), missing]).toEqual(['0.3', 1]);
});

it('reads typed numbers, and refuses anything else', () => {
  expect(typed('1,200.50')?.toFixed()).toBe('1200.5');
  expect(typed('\u22123')?.toFixed()).toBe('-3');
  expect(['', '12a', '1e5', '1.2.3', 'NaN'].map(typed)).toEqual([null, null, null, null, null]);
});

it('shows times in the chosen zone and days in the exchange’s', () => {
  const at = '2026-11-19T01:30:05.214Z';
  expect(timeOfDay(at, 'America/New_York')).toBe('20:30:05');
  expect(exactTime(at, 'Asia/Tokyo')).toBe('10:30:05.214');
  expect(dayOf(at, 'America/New_York')).toBe('2026-11-18');
  expect(zoneLabel('America/New_York', Date.parse(at))).toBe('ET');
  expect(daysUntil('2026-12-18', Date.parse(at))).toBe(30);
});

it('names instruments as traders do', () => {
  const option = {
    symbol: 'SPY261218C00620000',
    underlying: 'SPY',
    assetClass: 'OPTION' as const,
    strike: '620.00',
    right: 'CALL' as const,
    expiration: '2026-12-18',
  };
  expect(instrumentName(option)).toBe('SPY 620 C');
  expect(expiryLine(option, Date.parse('2026-11-18T20:00:00Z'))).toBe('18 Dec 26 · 30d');
});
