import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BacktestInput } from '../../../server/domain/backtest/backtest-input.ts';
import { barsOf, ran, TEN, type Row } from '../../support/values/backtests.ts';
import { SMA_CROSS } from '../../support/values/sma-cross.ts';

const MINUTE = 60_000;
/** Cents close together, so that averages tie. */
const row = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .map(([open, close]): Row => {
    const prices = [open, Math.max(open, close), Math.min(open, close), close];
    return prices.map((cents) => (100 + cents / 100).toFixed(2));
  });

const run = fc.record({
  rows: fc.array(row, { minLength: 25, maxLength: 90 }),
  first: fc.integer({ min: 0, max: 20 }),
  fast: fc.integer({ min: 1, max: 4 }),
  more: fc.integer({ min: 1, max: 5 }),
  quantity: fc.constantFrom('1', '7', '1000'),
  cash: fc.constantFrom('100000', '100050.005', '100'),
  fees: fc.constantFrom({ perUnit: '0' }, { perUnit: '0.0035' }, { pct: '0.05', minimum: '1' }),
  slippagePct: fc.constantFrom('0', '0.01'),
  fillModel: fc.constantFrom('TOUCH' as const, 'CROSS' as const),
});

it('a columnar form gives the same report, hash and all, as the strategy bar by bar', () => {
  const barByBar = { ...SMA_CROSS, columnar: undefined };
  let traded = 0;
  fc.assert(
    fc.property(run, ({ rows, first, fast, more, quantity, ...rest }) => {
      const parameters = { fast, slow: fast + more, quantity };
      const input: Partial<BacktestInput> = { ...rest, parameters, from: TEN + first * MINUTE };
      const data = { bars: [barsOf(rows)] };
      const one = ran(barByBar, data, input);
      expect(ran(SMA_CROSS, data, input)).toEqual(one);
      traded += one.trades.length;
    }),
    { numRuns: 300 },
  );
  expect(traded).toBeGreaterThan(100);
});
