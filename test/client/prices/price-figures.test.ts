import { describe, expect, it } from 'vitest';
import type { PricePartsFragment } from '../../../client/gql/graphql.ts';
import { drawnDay, silences } from '../../../client/prices/price-day.ts';
import {
  awayPct,
  axisReach,
  standingOf,
  verdictLetters,
} from '../../../client/prices/price-figures.ts';

const AT = '2026-03-10T16:00:00.000Z';
const source = (name: string, price: string | null, reason: string | null = null) => ({
  ...{ source: name, price, receivedAt: AT, liquidityUsd: null, reason },
  accepted: reason === null,
});
const info = (parts: Partial<PricePartsFragment> = {}): PricePartsFragment => ({
  ...{ token: 'mint', price: '2', width: '0.01', confidence: 0.9, parts: [], asOf: AT },
  sources: [source('JUPITER', '2.02'), source('DEXSCREENER', '1.9'), source('QUOTE', null, 'No.')],
  verdicts: [
    { action: 'VALUATION', allowed: true, reason: null },
    { action: 'ENTRY', allowed: false, reason: 'Too few sources.' },
  ],
  ...parts,
});

describe('the sources of a price', () => {
  it('lie so many percent from it, those without a price nowhere', () => {
    const { sources } = info();
    expect(sources.map((each) => awayPct(each, info()))).toEqual([1, -5, null]);
    expect(awayPct(sources[0]!, info({ price: null }))).toBeNull();
  });

  it('fit on the axis, except for those that are far away', () => {
    expect(axisReach(info())).toBeCloseTo(5.75);
    expect(axisReach(info({ sources: [source('JUPITER', '20', 'Ten times.')] }))).toBe(4);
  });
});

describe('what a price is good for', () => {
  it('is a letter for each action, with its reason', () => {
    expect(verdictLetters(info()).map(({ letter, allowed }) => [letter, allowed])).toEqual([
      ['V', true],
      ['E', false],
    ]);
  });

  it('is everything, something or nothing', () => {
    const allowed = [{ action: 'ENTRY' as const, allowed: true, reason: null }];
    expect(standingOf(info({ verdicts: allowed }))).toBe('TRUSTED');
    expect(standingOf(info())).toBe('DEGRADED');
    expect(standingOf(info({ price: null, verdicts: allowed }))).toBe('REFUSED');
  });
});

describe('a day of confidence', () => {
  const minute = (n: number) => new Date(Date.parse(AT) + n * 60_000).toISOString();
  const points = [0, 1, 2, 90, 91].map((n) => ({
    ...{ at: minute(n), confidence: 0.5, price: n === 1 || n === 90 ? null : '2' },
  }));

  it('is a line that breaks where nothing was recorded', () => {
    const day = drawnDay(points, Date.parse(minute(100)));
    expect(day.lines.map((line) => line.length)).toEqual([3, 2]);
    expect(day.last.at).toBe(Date.parse(minute(91)));
  });

  it('marks the spans in which no price was believed', () => {
    const spans = silences(points).map(({ from, to }) => (to - from) / 60_000);
    expect(spans).toEqual([1, 1]);
  });
});
