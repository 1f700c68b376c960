import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BacktestInput } from '../../../server/domain/backtest/backtest-input.ts';
import { randomOf } from '../../../server/domain/backtest/random.ts';
import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import { barsOf, FREE, ran, TEN, type Row } from '../../support/values/backtests.ts';
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

/** So many bars that the curve has a point only for every tenth, and that they are played in several parts. */
const MANY = 20_000;
const CENTS = { digits: 2, symbol: 'BENCH/USD', start: TEN };

it.each<[string, Partial<typeof CENTS>, Partial<BacktestInput>, seed?: number]>([
  ['many bars', {}, {}],
  ['a signal at the last of them', {}, {}, 2],
  ['so little cash that some entries are not made', {}, { cash: '11' }],
  ['so much that equity has few digits', {}, { cash: '1000000000' }],
  ['fewer digits of equity than of prices', { digits: 6 }, { cash: '1000000000' }],
  ['money that outgrows what a double holds', { digits: 0 }, { cash: '4503599627370480' }],
  ['more money than a double holds', {}, { cash: '90071992547409921' }],
  ['times before 1970', { start: Date.UTC(1950, 0, 3, 15) }, {}],
  ['a symbol that is no ASCII', { symbol: 'Ünze' }, {}],
  ['prices of eight digits', { digits: 8 }, {}],
  ['fees beyond the sixth digit', {}, { fees: { perUnit: '0.0000001' } }],
  [
    'a fast average that is the longer one',
    {},
    { parameters: { fast: 40, slow: 10, quantity: '2' } },
  ],
  [
    'averages that need a long warm-up',
    {},
    { parameters: { fast: 10, slow: 3_000, quantity: '3' } },
  ],
])('is the same with %s', (_, form, given, seed = 1) => {
  const { start, symbol } = { ...CENTS, ...form };
  const bars = steps(MANY, randomOf(seed), { ...CENTS, ...form });
  const parameters = { fast: 10, slow: 30, quantity: '1' };
  const span = { symbols: [symbol], from: start + 40 * MINUTE, to: start + 2 * MANY * MINUTE };
  const input = { fees: FREE, parameters, ...span, ...given };
  const barByBar = ran({ ...smaCross, columnar: undefined }, { bars: [bars] }, input);
  expect(ran(smaCross, { bars: [bars] }, input)).toEqual(barByBar);
  expect(barByBar.trades.length).toBeGreaterThan(1);
});

/** Prices that leap, and wander up: equity has new heights, and falls within a bar. */
function steps(
  count: number,
  random: () => number,
  { digits, symbol, start }: { digits: number; symbol: string; start: number },
): BarColumns {
  const column = () => new Float64Array(count);
  const [at, open, high, low, close] = [column(), column(), column(), column(), column()];
  let price = 1_000;
  for (let i = 0; i < count; i += 1) {
    at[i] = start + i * MINUTE;
    open[i] = price;
    price = Math.max(2, price + Math.round((random() - 0.49) * 60));
    close[i] = price;
    high[i] = Math.max(open[i]!, price) + 1;
    low[i] = Math.min(open[i]!, price) - 1;
  }
  const volume = column().fill(1);
  const prices = { open, high, low, close };
  return { symbol, interval: 'ONE_MINUTE', digits, at, ...prices, volumeDigits: 0, volume };
}
