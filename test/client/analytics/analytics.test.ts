import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationVerdict, isDrawn, type Ai } from '../../../client/analytics/calibration.ts';
import { deepest, equityDays, monthStarts, type Day } from '../../../client/analytics/equity.ts';
import { estimateRows, includes, verdict } from '../../../client/analytics/estimates.ts';
import { monthSums, weeksOf } from '../../../client/analytics/months.ts';
import { otherStops, rBins, testable, type Outcome } from '../../../client/analytics/outcomes.ts';
import type { ResultsQuery } from '../../../client/gql/graphql.ts';
import { Exact } from '../../../client/lib/exact.ts';

const day = (date: string, netPnl: string, drawdown = '0'): Day => ({
  ...{ date, netPnl, drawdown, trades: 1, wins: 0, losses: 0, fees: '0' },
});

describe('the equity line', () => {
  it('never counts a deposit as a profit or a withdrawal as a loss', () => {
    const days = equityDays(
      [day('2026-11-02', '100'), day('2026-11-04', '-40.000001', '40.000001')],
      [
        { at: '2026-11-01T15:00:00Z', amount: '1000' },
        { at: '2026-11-03T15:00:00Z', amount: '5000' },
        { at: '2026-11-05T15:00:00Z', amount: '-6000' },
      ],
    );
    expect(days.map(({ equity }) => equity.toFixed())).toEqual([
      '1000',
      '1100',
      '6100',
      '6059.999999',
      '59.999999',
    ]);
    expect(days.at(-1)?.earned.toFixed()).toBe('59.999999');
    expect(days.map(({ peak }) => peak.toFixed())).toEqual(['1000', '1100', '6100', '6100', '100']);
    expect(days.map(({ fall }) => fall.toFixed())).toEqual([
      '0',
      '0',
      '0',
      '40.000001',
      '40.000001',
    ]);
    expect(deepest(days)).toMatchObject({ date: '2026-11-04' });
    expect(deepest(days)?.fallPct).toBeCloseTo((40.000001 / 6100) * 100, 9);
  });

  it('puts an evening deposit on its exchange day', () => {
    const [only] = equityDays([], [{ at: '2026-11-03T02:00:00Z', amount: '1' }]);
    expect(only?.date).toBe('2026-11-02');
  });

  it('labels the months of its axis', () => {
    const at = (date: string) => Date.parse(date) / 86_400_000;
    const starts = monthStarts(at('2026-11-20'), at('2027-01-01'));
    expect(starts.map(({ date }) => date)).toEqual(['2026-12-01', '2027-01-01']);
  });
});

describe('the calendar', () => {
  it('adds up days to months exactly', () => {
    const cents = fc.integer({ min: -999_999, max: 999_999 });
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 80 }), (amounts) => {
        const days = amounts.map((amount, i) => {
          const date = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
          return day(date, new Exact(amount).div(1e6).toFixed());
        });
        const total = days.reduce((sum, { netPnl }) => sum.plus(netPnl), new Exact(0));
        const months = monthSums(days).reduce((sum, { net }) => sum.plus(net), new Exact(0));
        expect(months.toFixed()).toBe(total.toFixed());
      }),
    );
  });

  it('shows weekends only when something closed on one', () => {
    const work = weeksOf('2026-11', [day('2026-11-18', '1')], []);
    expect([work.weekends, work.weeks.length, work.weeks[0]?.length]).toEqual([false, 5, 5]);
    expect(work.weeks[0]?.[0]?.date).toBe('2026-11-02');
    const all = weeksOf('2026-11', [day('2026-11-21', '1')], []);
    expect([all.weekends, all.weeks[0]?.[6]?.date]).toEqual([true, '2026-11-01']);
    const dates = all.weeks.flat().filter(Boolean);
    expect(dates).toHaveLength(30);
  });
});

const estimate = (value: number | null, low: number | null, high: number | null, n = 100) => ({
  ...{ value, low, high, n },
});
const stats = (parts: object = {}) =>
  ({
    ...{ trades: 100, averageWin: '100', averageLoss: '-100', segments: [] },
    winRate: estimate(0.5, 0.4, 0.6),
    profitFactor: estimate(1.1, 0.8, 1.4),
    expectancy: estimate(3, -10, 16),
    sharpeEstimate: estimate(0.05, -0.1, 0.2),
    ...parts,
  }) as unknown as ResultsQuery['stats'];

describe('estimates', () => {
  it('compare their interval with “no edge”', () => {
    expect(includes(estimate(1.2, 1.01, 1.4), 1)).toBe(false);
    expect(includes(estimate(1.2, 0.99, 1.4), 1)).toBe(true);
    expect(includes(estimate(1.2, null, null), 1)).toBe(true);
  });

  it('break even at the win rate at which average win and loss balance', () => {
    const [rate] = estimateRows(stats({ averageWin: '300', averageLoss: '-100' }));
    expect(rate?.none).toBe(0.25);
    expect(estimateRows(stats({ averageLoss: null }))[0]?.none).toBe(0.5);
  });

  it('describe the result in a sentence', () => {
    expect(verdict(stats({ trades: 29 }))).toMatch(/^Too early to say: 29 trades/);
    expect(verdict(stats())).toBe(
      'No edge shown yet: each of the four intervals includes “no edge”.',
    );
    const good = {
      winRate: estimate(0.7, 0.6, 0.8),
      profitFactor: estimate(2, 1.5, 2.5),
      expectancy: estimate(20, 10, 30),
    };
    expect(verdict(stats(good))).toMatch(/^An edge begins to show: three of four/);
    expect(verdict(stats({ ...good, sharpeEstimate: estimate(0.4, 0.2, 0.6) }))).toMatch(
      /^An edge shows: each of the four/,
    );
    expect(verdict(stats({ expectancy: estimate(-20, -30, -10) }))).toMatch(/^Losing: one of four/);
  });
});

const bucket = (from: number, n: number, observed: number, low: number, high: number) => ({
  ...{ bucket: `${from}`, n, predicted: from + 0.05, observed, low, high },
});
const ai = (parts: Partial<Ai>): Ai => ({
  ...{ n: 60, brier: 0.2, baseRate: 0.48, baseBrier: 0.25, lift: 1, calibration: [] },
  ...parts,
});

describe('calibration', () => {
  it('is judged by the points outside their whiskers', () => {
    expect(calibrationVerdict(ai({ n: 29 }))).toMatch(/needs 30/);
    expect(
      calibrationVerdict(
        ai({
          brier: 0.26,
          calibration: [bucket(0.8, 30, 0.4, 0.2, 0.6), bucket(0.5, 30, 0.5, 0.4, 0.6)],
        }),
      ),
    ).toBe('Overconfident at 0.8, and is no better than always predicting 48%.');
    expect(calibrationVerdict(ai({ calibration: [bucket(0.5, 30, 0.5, 0.4, 0.6)] }))).toBe(
      'Its confidence fits what happened, and beats always predicting 48%.',
    );
    expect(isDrawn(bucket(0.5, 4, 0.5, 0.1, 0.9))).toBe(false);
  });
});

const outcome = (parts: Partial<Outcome>): Outcome => ({
  ...{ id: 'a', symbol: 'SPY', worst: -10, best: 10, complete: true, result: 5 },
  ...{ net: 48, cost: 1000, fees: 2, stop: -35, r: 0.14 },
  ...parts,
});

describe('another stop', () => {
  it('is a band only when a trade touched both', () => {
    const both = outcome({ worst: -40, best: 60 });
    expect(otherStops([both], [30], 50)).toEqual([{ stop: 30, low: -302, high: 498 }]);
    expect(otherStops([both], [45], 50)).toEqual([{ stop: 45, low: 498, high: 498 }]);
    expect(otherStops([both], [30], null)).toEqual([{ stop: 30, low: -302, high: -302 }]);
    expect(otherStops([outcome({})], [30], 50)).toEqual([{ stop: 30, low: 48, high: 48 }]);
  });

  it('never has its upper edge below its lower one', () => {
    const share = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share)), share, share, (rows, stop, target) => {
        const trades = rows.map(([worst, best]) => outcome({ worst: -worst, best }));
        const [total] = otherStops(trades, [stop], target);
        expect(total!.low).toBeLessThanOrEqual(total!.high + 1e-6);
      }),
    );
  });

  it('leaves out trades that span a gap', () => {
    const trades = [outcome({}), outcome({ complete: false }), outcome({ worst: null })];
    expect(testable(trades)).toHaveLength(1);
  });
});

it('counts all results in halves of R', () => {
  const bins = rBins([-9, -1.2, -1, -0.5, 0, 0.49, 2.9, 40].map((r) => outcome({ r })));
  expect(bins.find(({ from }) => from === -2)?.n).toBe(1);
  expect(bins.find(({ from }) => from === -1.5)?.n).toBe(1);
  expect(bins.find(({ from }) => from === -1)?.n).toBe(1);
  expect(bins.find(({ from }) => from === 0)?.n).toBe(2);
  expect(bins.find(({ from }) => from === 2.5)?.n).toBe(2);
  expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(8);
});
