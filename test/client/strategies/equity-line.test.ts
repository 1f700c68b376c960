import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Exact } from '../../../client/lib/exact.ts';
import {
  deepestPoint,
  equityLine,
  lineSentence,
  timeTicks,
} from '../../../client/strategies/equity-line.ts';

const point = (at: string, equity: string | null) => ({ at, equity, cash: '0' });

describe('the equity line of a backtest', () => {
  const line = equityLine(
    [
      point('2024-01-02T15:00:00Z', '99990.000000000001'),
      point('2024-01-02T16:00:00Z', '100200'),
      point('2024-01-02T17:00:00Z', null),
      point('2024-01-03T15:00:00Z', '100050.5'),
    ],
    '100000',
  );

  it('measures each fall from the highest equity so far, the starting cash included', () => {
    expect(line.map(({ fall }) => fall.toFixed())).toEqual(['9.999999999999', '0', '149.5']);
    expect(deepestPoint(line)?.at).toBe(Date.parse('2024-01-03T15:00:00Z'));
  });

  it('leaves out an instant whose equity is not known', () => {
    expect(line).toHaveLength(3);
    expect(equityLine([point('2024-01-02T15:00:00Z', null)], '1')).toEqual([]);
  });

  it('is told in words', () => {
    const drawn =
      'Equity 99,990.00 to 100,050.50, 2 Jan 2024 to 3 Jan 2024. Deepest drawdown 149.50 on 3 Jan 2024.';
    expect(lineSentence(line, '149.5')).toBe(drawn);
    expect(lineSentence(line, null)).toBe(drawn);
    expect(lineSentence(line.slice(1, 2), '0')).toMatch(/never fell from its peak/);
    expect(lineSentence([], null)).toBe('No equity is known.');
  });

  it('is told with the deepest drawdown of the run, which its points may miss', () => {
    expect(lineSentence(line, '200')).toMatch(
      /Deepest drawdown 200.00; of the points drawn 149.50 on 3 Jan 2024\.$/,
    );
    expect(lineSentence(line.slice(1, 2), '3')).toMatch(
      /Deepest drawdown 3.00, between the points drawn\.$/,
    );
  });

  it('never lies above its peak, and falls by no more than peak less lowest', () => {
    const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 1e9 }), (all, cash) => {
        const points = all.map((each, i) =>
          point(new Date(i * 60_000).toISOString(), new Exact(each).div(100).toFixed()),
        );
        const made = equityLine(points, String(cash));
        const peaks = made.map(({ equity, fall }) => equity.plus(fall));
        expect(made.every(({ fall }) => fall.gte(0))).toBe(true);
        expect(peaks.every((peak, i) => peak.gte(peaks[i - 1] ?? cash))).toBe(true);
      }),
    );
  });
});

describe('the ticks below it', () => {
  const ticks = (from: string, to: string) =>
    timeTicks(Date.parse(from), Date.parse(to)).map(({ label }) => label);

  it.each([
    ['2024-01-02T14:30:00Z', '2024-01-02T21:00:00Z', ['10:00', '11:00', '12:00', '13:00', '14:00']],
    ['2024-01-02T14:30:00Z', '2024-01-06T21:00:00Z', ['3 Jan', '4 Jan', '5 Jan', '6 Jan']],
    ['2024-11-01T14:30:00Z', '2025-02-03T21:00:00Z', ['Dec', '2025', 'Feb']],
    ['2020-06-01T14:30:00Z', '2024-03-03T21:00:00Z', ['2021', '2022', '2023', '2024']],
  ])('of %s to %s begin with hours, days, months or years', (from, to, first) => {
    expect(ticks(from, to).slice(0, first.length)).toEqual(first);
  });

  it('are nine at most, inside the span and in order, however long it is', () => {
    const start = Date.parse('2019-05-05T05:00:00Z');
    const minutes = fc.integer({ min: 1, max: 60 * 24 * 365 * 12 });
    fc.assert(
      fc.property(minutes, (length) => {
        const end = start + length * 60_000;
        const found = timeTicks(start, end).map(({ at }) => at);
        expect(found.length).toBeLessThanOrEqual(9);
        expect(found.every((at) => at >= start && at <= end)).toBe(true);
        expect(found).toEqual([...found].sort((a, b) => a - b));
      }),
    );
  });
});
