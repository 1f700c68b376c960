import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../server/domain/backtest/random.ts';
import {
  luckiestSharpe,
  sharpeConfidence,
  sharpeShape,
} from '../../../server/domain/statistics/deflated-sharpe.ts';
import { normalBelow, normalQuantile } from '../../../server/domain/statistics/normal.ts';
import { overfittingProbability } from '../../../server/domain/statistics/overfitting.ts';

it('the normal distribution is that of the tables', () => {
  expect(normalBelow(0)).toBeCloseTo(0.5, 14);
  expect(normalBelow(1.959963984540054)).toBeCloseTo(0.975, 14);
  expect(normalBelow(-1)).toBeCloseTo(0.15865525393145707, 14);
  expect(normalBelow(-8) / 6.220960574271785e-16).toBeCloseTo(1, 6);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect(normalQuantile(0.01)).toBeCloseTo(-2.3263478740408408, 12);
});

describe('the deflated Sharpe ratio', () => {
  // The example of Bailey & López de Prado 2014: 2.5 a year over 1,250 days, of trials with a variance of 1/2.
  const shape = { sharpe: 2.5 / Math.sqrt(250), skew: -3, kurtosis: 10, days: 1250 };

  it('is the published one: 0.1132 by luck of 100 trials, and 0.9004', () => {
    const luck = luckiestSharpe(100, 1 / 2 / 250);
    expect(luck).toBeCloseTo(0.1132, 4);
    expect(sharpeConfidence(shape, luck)).toBeCloseTo(0.9004, 4);
  });

  it('is the published one of 46 trials: 0.9505', () => {
    expect(sharpeConfidence(shape, luckiestSharpe(46, 1 / 500))).toBeCloseTo(0.9505, 3);
  });

  it('expects nothing of luck with one try', () => {
    expect(luckiestSharpe(1, 0.5)).toBe(0);
  });

  it('takes its moments from the results', () => {
    const found = sharpeShape([1, 2, 3, 10])!;
    // Mean 4, deviations −3 −2 −1 6: squares 50, cubes 180, fourths 1394.
    expect(found.sharpe).toBeCloseTo(4 / Math.sqrt(50 / 3), 12);
    expect(found.skew).toBeCloseTo(180 / 4 / (50 / 4) ** 1.5, 12);
    expect(found.kurtosis).toBeCloseTo(1394 / 4 / (50 / 4) ** 2, 12);
    expect(found.days).toBe(4);
    expect(sharpeShape([2, 2, 2])).toBeNull();
    expect(sharpeShape([])).toBeNull();
  });
});

describe('the probability of overfitting', () => {
  it('is counted by hand over the six halves of four blocks', () => {
    // Blocks of four days; means by block of A: 1 1 1 −2, of B: 0 0 0 0.4 at the same spread.
    const swing = [1, -1, 1, -1];
    const run = (means: readonly number[]) =>
      means.flatMap((mean) => swing.map((each) => mean + each));
    const runs = [run([1, 1, 1, -2]), run([0, 0, 0, 0.4])];
    // A half without the fourth block: A is best inside and worst outside (3 halves). A half with it: A's mean is
    // −0.5, B is best inside with 0.2 and worst outside, where A has 1 (3 halves).
    expect(overfittingProbability(runs)).toBe(1);
    // B is better in each block: always best, inside and outside.
    expect(overfittingProbability([run([0, 0.1, 0, 0]), run([0.3, 0.4, 0.2, 0.3])])).toBe(0);
    // B earns nothing. A is best in blocks 1 and 2 and worst in 3 and 4; best in 1 and 4 and worst in 2 and 3; best
    // in both 1 and 3, and 2 and 4: two of three pairs of halves are overfit.
    const mixed = [run([0.3, 0.1, -0.2, 0.1]), run([0, 0, 0, 0])];
    expect(overfittingProbability(mixed)).toBeCloseTo(2 / 3, 12);
  });

  it('is about one half for the best of many without an edge, and 0 for a run that is better', () => {
    const random = randomOf(7);
    const noise = (mean: number) => Array.from({ length: 250 }, () => mean + random() - 0.5);
    const many = Array.from({ length: 20 }, () => Array.from({ length: 8 }, () => noise(0)));
    const each = many.map((runs) => overfittingProbability(runs)!);
    const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
    expect(mean).toBeGreaterThan(0.35);
    expect(mean).toBeLessThan(0.65);
    expect(overfittingProbability([noise(0), noise(0), noise(0.2)])).toBeLessThan(0.01);
  });

  it('is unknown for one run, or for too few days', () => {
    const days = (count: number) => Array.from({ length: count }, (_, n) => n % 3);
    expect(overfittingProbability([days(100)])).toBeNull();
    expect(overfittingProbability([days(15), days(15)])).toBeNull();
    expect(overfittingProbability([days(16), days(16)])).not.toBeNull();
    expect(overfittingProbability([])).toBeNull();
  });
});
