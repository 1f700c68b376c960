import { expect, it } from 'vitest';
import { chance, luckVerdict } from '../../../client/strategies/sweep-luck.ts';

const found = { runs: 6, days: 60, bestSharpe: 0.2, luckySharpe: 0.1 };

it.each([
  [null, 0.99, 'Too few days with results to tell skill from luck.'],
  [0.2, null, 'Too few days with results to tell skill from luck.'],
  [0.5, 0.99, 'Luck: the best run on half of the days is no better on the rest.'],
  [0.49, 0.95, 'Better than the luckiest of that many runs would be.'],
  [0.49, 0.94, 'The luckiest of that many runs might be as good.'],
])(
  'a chance of %s and a deflated ratio of %s are put into a sentence',
  (probability, ratio, said) => {
    expect(luckVerdict({ ...found, probability, deflatedSharpe: ratio })).toBe(said);
  },
);

it.each([
  [0, '0%'],
  [0.001, 'under 1%'],
  [0.4264, '43%'],
  [0.999, 'over 99%'],
  [1, '100%'],
])('%s is shown as %s', (fraction, shown) => {
  expect(chance(fraction)).toBe(shown);
});
