import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BacktestInput } from '../../../server/domain/backtest/backtest-input.ts';
import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import { dec, sum, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import type { StrategyBar, StrategyFill } from '../../../server/domain/strategy/strategy.ts';
import { barsOf, kindOf, ran, type Ran, TEN, type Row } from '../../support/values/backtests.ts';

const MINUTE = 60_000;
const cents = fc.integer({ min: 9_000, max: 11_000 });
const bar = fc.tuple(cents, cents, cents, cents).map((prices): Row => {
  const [open, close] = [prices[0], prices[3]];
  const row = [open, Math.max(...prices), Math.min(...prices), close];
  return row.map((price) => (price / 100).toFixed(2));
});
const step = fc.record({
  act: fc.constantFrom('BUY', 'SELL', 'LIMIT', 'EXIT', 'CANCEL', 'REST', 'REST'),
  symbol: fc.constantFrom('SPY', 'QQQ'),
  quantity: fc.integer({ min: 1, max: 400 }),
  away: fc.integer({ min: 1, max: 800 }),
});
const world = fc.record({
  spy: fc.array(bar, { minLength: 2, maxLength: 40 }),
  qqq: fc.array(bar, { minLength: 2, maxLength: 40 }),
  steps: fc.array(step, { minLength: 5, maxLength: 60 }),
  fees: fc.constantFrom(
    { perUnit: '0' },
    { perUnit: '0.0035', minimum: '1' },
    { pct: '0.0371', perUnit: '0.01' },
  ),
  slippagePct: fc.constantFrom('0', '0.013'),
  fillModel: fc.constantFrom('TOUCH' as const, 'CROSS' as const),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** Fills and bars as the strategy received them: the record that the report is compared with. */
interface Told {
  readonly fills: StrategyFill[];
  readonly bars: { readonly bar: StrategyBar; readonly position: string; readonly cash: string }[];
}

function play({ spy, qqq, steps, ...rest }: World): {
  report: Ran;
  told: Told;
  bars: BarColumns[];
} {
  const told: Told = { fills: [], bars: [] };
  const definition = kindOf(() => {
    let n = 0;
    return {
      onBar: (seen, desk) => {
        const { act, symbol, quantity, away } = steps[n % steps.length]!;
        n += 1;
        const position = desk.position(seen.symbol)?.quantity ?? '0';
        told.bars.push({ bar: seen, position, cash: desk.cash });
        const price = (sign: number) => (seen.close * (1 + (sign * away) / 10_000)).toFixed(2);
        const bracket = {
          stopLoss: price(act === 'SELL' ? 1 : -1),
          takeProfit: price(act === 'SELL' ? -1 : 1),
        };
        const entry = { symbol, quantity: String(quantity), bracket };
        if (act === 'BUY' || act === 'SELL') desk.enter({ ...entry, side: act });
        if (act === 'LIMIT')
          desk.enter({ ...entry, side: 'BUY', orderType: 'LIMIT', limitPrice: price(-1) });
        if (act === 'EXIT') desk.exit(symbol);
        if (act === 'CANCEL') desk.cancel(symbol);
      },
      onFill: (fill) => void told.fills.push(fill),
    };
  });
  const bars = [barsOf(spy), barsOf(qqq, { symbol: 'QQQ' })];
  const input: Partial<BacktestInput> = { symbols: ['SPY', 'QQQ'], from: TEN, ...rest };
  return { report: ran(definition, { bars }, input), told, bars };
}

const total = (values: readonly (string | Decimal)[]) => sum(values.map((value) => dec(value)));

describe('the money of a run', () => {
  it('is cash and cost of what is held, and adds up to the last digit', () => {
    fc.assert(
      fc.property(world, (at) => {
        const { report } = play(at);
        const { trades, openPositions, endCash, endEquity } = report;
        const net = total(trades.map(({ netPnl }) => netPnl));
        const cost = total(openPositions.map(({ costBasis }) => costBasis));
        const openFees = dec(100_000).plus(net).minus(cost).minus(endCash);
        // The rest are the fees of entries that are still open; none of them is negative.
        expect(openFees.isNegative() && !openFees.isZero()).toBe(false);
        if (openPositions.length === 0) expect(openFees.toFixed()).toBe('0');
        for (const trade of trades)
          expect(dec(trade.realizedPnl).minus(trade.fees).toFixed()).toBe(
            dec(trade.netPnl).toFixed(),
          );
        const worth = total(
          openPositions.map(({ quantity, price }) => dec(quantity).times(price!)),
        );
        expect(dec(endCash).plus(worth).toFixed()).toBe(endEquity);
      }),
      { numRuns: 80 },
    );
  });

  it('has the drawdown, exposure and lowest point that its own record gives', () => {
    fc.assert(
      fc.property(world, (at) => {
        const { report, told } = play(at);
        const curve = recorded(told);
        let [peak, deepest, lowest] = [dec(100_000), ZERO, dec(100_000)];
        for (const equity of curve) {
          if (equity.greaterThan(peak)) peak = equity;
          if (peak.minus(equity).greaterThan(deepest)) deepest = peak.minus(equity);
          if (equity.lessThan(lowest)) lowest = equity;
        }
        expect(report.maxDrawdown).toBe(deepest.toFixed());
        const found = report.equity.map(({ equity }) => dec(equity!));
        expect(found.reduce((a, b) => (b.lessThan(a) ? b : a)).toFixed()).toBe(lowest.toFixed());
        const held = told.bars.filter(({ position }) => position !== '0').length;
        expect(report.exposurePct).toBe((100 * held) / told.bars.length);
      }),
      { numRuns: 80 },
    );
  });

  it('is the same twice, and for the same data in another order', () => {
    fc.assert(
      fc.property(world, (at) => {
        const { report } = play(at);
        expect(play(at).report).toEqual(report);
      }),
      { numRuns: 15 },
    );
  });
});

/** Equity at each instant at which bars ended, from cash, positions and closes as the strategy saw them. */
function recorded({ bars }: Told): readonly Decimal[] {
  const [closes, positions] = [new Map<string, number>(), new Map<string, string>()];
  const found = new Map<number, Decimal>();
  for (const { bar, position, cash } of bars) {
    closes.set(bar.symbol, bar.close);
    positions.set(bar.symbol, position);
    const worth = [...closes].map(([symbol, close]) => dec(positions.get(symbol)!).times(close));
    found.set(bar.at.getTime() + MINUTE, dec(cash).plus(total(worth)));
  }
  return [...found.values()];
}
