import { expect, it } from 'vitest';
import { sweepOverfitting } from '../../../server/domain/backtest/sweep-overfitting.ts';

/** Trades that closed at these hours after New York's midnight of 2 March, with these results. */
function run(...trades: readonly (readonly [hours: number, net: number])[]) {
  const midnight = Date.parse('2026-03-02T05:00:00Z');
  return {
    at: Float64Array.from(trades, ([hours]) => midnight + hours * 3_600_000),
    net: Float64Array.from(trades, ([, net]) => net),
  };
}

it('counts by exchange day: what a run did not trade on a day of another’s is 0', () => {
  // Days of the first run: 3, −1, 0; of the second: 0, 2, 4.
  const found = sweepOverfitting([run([9, 1], [23, 2], [25, -1]), run([30, 2], [49, 4])]);
  expect(found).toMatchObject({ runs: 2, days: 3, probability: null });
  // Means 2/3 and 2, deviations √(13/3) and 2.
  expect(found.bestSharpe).toBeCloseTo(1, 12);
  const [first, second] = [2 / 3 / Math.sqrt(13 / 3), 1];
  const deviation = Math.abs(second - first) / Math.SQRT2;
  // For two tries: 0.42278 of the normal value at 1/2, which is 0, and 0.57722 of that at 1 − 1/(2e), 0.90045.
  expect(found.luckySharpe).toBeCloseTo(deviation * 0.5772156649 * 0.9004526, 6);
  expect(found.deflatedSharpe).toBeGreaterThan(0.5);
});

it('does not know without trades, or of runs that do not vary', () => {
  const nothing = { probability: null, bestSharpe: null, luckySharpe: null, deflatedSharpe: null };
  expect(sweepOverfitting([run(), run()])).toEqual({ runs: 2, days: 0, ...nothing });
  expect(sweepOverfitting([run([1, 5], [25, 5]), run()])).toMatchObject(nothing);
});
