import { expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import {
  changedStrategy,
  type SavedStrategy,
} from '../../../server/domain/strategy/saved-strategy.ts';
import { aStrategy } from '../../support/values/strategies.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const BEFORE = aStrategy({ stage: 'FULL_REAL', version: 7, parameters: { fast: 5, slow: 9 } });

it.each<[string, Partial<SavedStrategy>]>([
  ['another kind', { kind: 'coin-flip' }],
  ['other code', { codeVersion: 'v9' }],
  ['another parameter', { parameters: { fast: 6, slow: 9 } }],
  ['other symbols', { symbols: ['QQQ'] }],
  ['another interval', { interval: 'ONE_DAY' }],
])(
  'a strategy with %s is another version on the lowest rung, whose evidence begins now',
  (_, change) => {
    expect(changedStrategy(BEFORE, { ...BEFORE, ...change }, NOW)).toEqual({
      ...{ ...BEFORE, ...change, version: 8, stage: 'BACKTEST', since: NOW },
    });
  },
);

it.each<[string, Partial<SavedStrategy>]>([
  ['another name', { name: 'other' }],
  ['another budget', { budget: dec(5) }],
  ['its parameters in another order', { parameters: { slow: 9, fast: 5 } }],
])('a strategy with %s stands where it stood', (_, change) => {
  expect(changedStrategy(BEFORE, { ...BEFORE, ...change }, NOW)).toEqual({ ...BEFORE, ...change });
});
