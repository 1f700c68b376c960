import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastStats } from '../../../server/domain/forecast/forecast-stats.ts';
import { tallyOf } from '../../../server/domain/forecast/forecast-tally.ts';
import type { Forecast } from '../../../server/domain/forecast/forecast.ts';
import { meanEstimate } from '../../../server/domain/statistics/estimate.ts';
import { NO_CONTEXT } from '../../../server/domain/trade/trade-context.ts';
import { aClosedTrade } from '../../support/values/builders.ts';
import { statsOf } from '../../support/values/figures-of.ts';
import { aForecast } from '../../support/values/forecasts.ts';

const SETTLED = fc.record({
  permille: fc.integer({ min: 0, max: 1000 }),
  status: fc.constantFrom('CAME_TRUE', 'CAME_FALSE', 'VOID'),
  verdict: fc.constantFrom('STRONG_BUY', 'BUY', 'NEUTRAL', 'AVOID'),
  model: fc.constantFrom('m1', 'm2'),
});
const statsOver = (settled: readonly Partial<Forecast>[]) =>
  forecastStats(settled.map((parts) => tallyOf(aForecast(parts))));

describe('scores of forecasts', () => {
  it('are those of trades with the same verdicts, confidences and outcomes', () => {
    fc.assert(
      fc.property(fc.array(SETTLED, { maxLength: 25 }), (all) => {
        const decided = all.filter(({ status }) => status !== 'VOID');
        const trades = decided.map(({ permille, status, verdict }) => {
          const context = { ...NO_CONTEXT, aiConfidence: permille / 1000, aiVerdict: verdict };
          return aClosedTrade(status === 'CAME_TRUE' ? '160' : '140', '0', { context });
        });
        const { ai } = statsOf(trades);
        const stats = statsOver(all);
        expect([stats.n, stats.voids]).toEqual([ai.n, all.length - decided.length]);
        for (const [own, other] of [
          [stats.brier.value, ai.brier],
          [stats.baseRate.value, ai.baseRate],
          [stats.baseBrier, ai.baseBrier],
          [stats.lift, ai.lift],
        ] as const)
          if (other === null) expect(own).toBeNull();
          else expect(own).toBeCloseTo(other, 9);
        for (const [at, { predicted, ...range }] of stats.calibration.entries()) {
          const { predicted: other, ...theirs } = ai.calibration[at]!;
          expect(range).toEqual(theirs);
          if (other !== null) expect(predicted).toBeCloseTo(other, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('have the interval of the mean of their errors, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(SETTLED, { minLength: 2, maxLength: 25 }), (all) => {
        const decided = all.filter(({ status }) => status !== 'VOID');
        const errors = decided.map(
          ({ permille, status }) => (permille / 1000 - (status === 'CAME_TRUE' ? 1 : 0)) ** 2,
        );
        const { low, high, n } = meanEstimate(errors);
        const { brier } = statsOver(all);
        expect(brier).toEqual(statsOver([...all].reverse()).brier);
        expect(brier.n).toBe(n);
        if (low !== null) expect(brier.low).toBeCloseTo(low, 6);
        if (high !== null) expect(brier.high).toBeCloseTo(high, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('are known of each model, the one with the most forecasts first', () => {
    const { models } = statsOver([
      { model: 'm2', status: 'CAME_TRUE', permille: 800 },
      { model: 'm1', status: 'CAME_FALSE', permille: 300 },
      { model: 'm2', status: 'CAME_FALSE', permille: 600 },
      { model: 'm3', status: 'VOID' },
    ]);
    expect(models.map(({ model, n, voids, brier }) => [model, n, voids, brier.value])).toEqual([
      ['m2', 2, 0, expect.closeTo((0.04 + 0.36) / 2, 9)],
      ['m1', 1, 0, expect.closeTo(0.09, 9)],
      ['m3', 0, 1, null],
    ]);
  });

  it('have no interval of one forecast, and nothing of none', () => {
    const one = statsOver([{ status: 'CAME_TRUE', permille: 800 }]);
    expect(one.brier).toMatchObject({ low: null, high: null, n: 1 });
    expect(one.brier.value).toBeCloseTo(0.04, 9);
    expect(statsOver([])).toMatchObject({
      n: 0,
      brier: { value: null },
      baseBrier: null,
      lift: null,
    });
  });
});
