import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BacktestInput } from '../../../server/domain/backtest/backtest-input.ts';
import { randomOf } from '../../../server/domain/backtest/random.ts';
import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import { barsOf, ran, TEN, type Row } from '../../support/values/backtests.ts';
import smaCross from '../../../server/strategies/sma-cross.ts';
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

/** So many that the curve has a point for every tenth bar only, and that they are played in several stretches. */
const MANY = 20_000;
const walk = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 30 }),
  digits: fc.constantFrom(0, 2, 4, 8),
  symbol: fc.constantFrom('SPY', 'BENCH/USD', 'Ünze'),
  start: fc.constantFrom(Date.UTC(1950, 0, 3, 15), TEN),
  slow: fc.constantFrom(30, 3_000),
  cash: fc.constantFrom('100000', '150', '4503599627370.5', '90071992547409921'),
  fees: fc.constantFrom({ perUnit: '0.005' }, { perUnit: '0.0000001' }),
});

it('is the same over many bars: stretches, a curve with gaps, old times, many digits, more money than doubles hold', () => {
  const barByBar = { ...smaCross, columnar: undefined };
  fc.assert(
    fc.property(walk, ({ seed, digits, symbol, start, slow, ...rest }) => {
      const random = randomOf(seed);
      const count = MANY + (seed % 3) - 1;
      const bars = steps(count, random, { digits, symbol, start });
      const to = start + (count + 5) * MINUTE;
      const parameters = { fast: 10, slow, quantity: '1' };
      const input = { ...rest, parameters, symbols: [symbol], from: start + 40 * MINUTE, to };
      expect(ran(smaCross, { bars: [bars] }, input)).toEqual(
        ran(barByBar, { bars: [bars] }, input),
      );
    }),
    { numRuns: 12 },
  );
}, 60_000);

function steps(
  count: number,
  random: () => number,
  { digits, symbol, start }: { digits: number; symbol: string; start: number },
): BarColumns {
  const column = () => new Float64Array(count);
  const [at, open, high, low, close] = [column(), column(), column(), column(), column()];
  let price = 100;
  for (let i = 0; i < count; i += 1) {
    at[i] = start + i * MINUTE;
    open[i] = price;
    price = Math.max(2, price + Math.round((random() - 0.5) * 8));
    close[i] = price;
    high[i] = Math.max(open[i]!, price) + 1;
    low[i] = Math.min(open[i]!, price) - 1;
  }
  const volume = column().fill(1);
  const prices = { open, high, low, close };
  return { symbol, interval: 'ONE_MINUTE', digits, at, ...prices, volumeDigits: 0, volume };
}
