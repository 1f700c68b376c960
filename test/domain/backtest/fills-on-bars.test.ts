import { describe, expect, it } from 'vitest';
import type { BacktestInput } from '../../../server/domain/backtest/backtest-input.ts';
import type { StrategyEntry } from '../../../server/domain/strategy/strategy.ts';
import { barsOf, ran, script, TEN, type Row } from '../../support/values/backtests.ts';

const MINUTE = 60_000;
const QUIET: Row = [100, 100, 100, 100];

/** Runs a strategy over a quiet bar, in answer to which it enters, and then over these bars. */
function entered(
  entry: Partial<StrategyEntry>,
  rows: readonly Row[],
  input: Partial<BacktestInput> = {},
) {
  const definition = script({
    0: (desk) => desk.enter({ symbol: 'SPY', side: 'BUY', quantity: '1', ...entry }),
  });
  const report = ran(definition, { bars: [barsOf([QUIET, ...rows])] }, input);
  return { report, trade: report.trades[0] };
}

const limit = (limitPrice: number | string) => ({ orderType: 'LIMIT', limitPrice }) as const;
/** The number of the bar at an instant, from 0, the quiet bar. */
const barOf = (at: number) => Math.floor((at - TEN) / MINUTE);

describe('an order that a bar fills', () => {
  it('at the market fills at the next open, at that bar’s start', () => {
    const { report } = entered({}, [[101, 105, 99, 103]]);
    const exit = script({
      0: (desk) => desk.enter({ symbol: 'SPY', side: 'BUY', quantity: '1' }),
      1: (desk) => desk.exit('SPY'),
    });
    const rows: Row[] = [QUIET, [101, 105, 99, 103], [104.5, 106, 104, 105, 7]];
    const [trade] = ran(exit, { bars: [barsOf(rows)] }).trades;
    expect(report.openPositions).toEqual([
      { symbol: 'SPY', quantity: '1', costBasis: '101', price: '103' },
    ]);
    expect(trade).toMatchObject({
      ...{ entryPrice: '101', entryAt: TEN + MINUTE, closeReason: 'MANUAL_CLOSE' },
      ...{ exitPrice: '104.5', exitAt: TEN + 8 * MINUTE, netPnl: '3.5' },
    });
  });

  it.each([
    ['at its price once the bar reaches it', 98, [99, 100, 98, 99], 'TOUCH', '98'],
    ['at the better open', 98, [97, 99, 96, 98], 'TOUCH', '97'],
    ['not before the bar reaches it', 98, [99, 100, 98.01, 99], 'TOUCH', null],
    ['under CROSS not where the bar only reaches it', 98, [99, 100, 98, 99], 'CROSS', null],
    ['under CROSS once the bar passes it', 98, [99, 100, 97.99, 99], 'CROSS', '98'],
    ['finer than the bars, once one is below', '98.005', [99, 100, 98.01, 99], 'TOUCH', null],
    ['finer than the bars, at its own price', '98.005', [99, 100, 98, 99], 'TOUCH', '98.005'],
  ] as const)('with a limit fills %s', (_, price, row, fillModel, filled) => {
    const { report } = entered(limit(price), [row], { fillModel });
    expect(report.openPositions[0]?.costBasis ?? null).toBe(filled);
  });

  it('never meets the bar that the strategy saw, nor one that was open already', () => {
    const seen: Row[] = [
      [100, 120, 80, 100],
      [100, 101, 99, 100],
    ];
    const definition = script({
      0: (desk) => desk.enter({ symbol: 'SPY', side: 'BUY', quantity: '1', ...limit(90) }),
    });
    expect(ran(definition, { bars: [barsOf(seen)] }).openPositions).toEqual([]);
  });

  it('bears a time within its bar', () => {
    const rows: Row[] = [QUIET, [100, 101, 97, 100], [100, 101, 94, 100]];
    const { trade } = entered({ ...limit(98), bracket: { stopLoss: 95 } }, rows);
    expect([barOf(trade!.entryAt), barOf(trade!.exitAt)]).toEqual([2, 3]);
  });
});

describe('a bracket on bars', () => {
  const bracket = { stopLoss: 95, takeProfit: 110 };

  it.each([
    ['a stop at its price', [100, 101, 94, 96], 'SL_HIT', '95'],
    ['a target at its price', [100, 111, 99, 100], 'TP_HIT', '110'],
    ['the stop before the target where one bar reaches both', [100, 115, 90, 100], 'SL_HIT', '95'],
  ] as const)('ends by %s, in the bar of a market entry too', (_, row, closeReason, exitPrice) => {
    expect(entered({ bracket }, [row]).trade).toMatchObject({ closeReason, exitPrice });
    expect(entered({ bracket }, [QUIET, row]).trade).toMatchObject({ closeReason, exitPrice });
  });

  it.each([
    ['stop', [93, 99, 92, 98], 'SL_HIT', '93'],
    ['target', [112, 113, 111, 112], 'TP_HIT', '112'],
  ] as const)(
    'ends at the open where the bar opens beyond the %s',
    (_, row, closeReason, exitPrice) => {
      const { trade } = entered({ bracket }, [QUIET, row]);
      expect(trade).toMatchObject({ closeReason, exitPrice, exitAt: TEN + 2 * MINUTE });
    },
  );

  it('of a bar in which a limit entry fills counts only the stop', () => {
    const both = entered({ ...limit(99), bracket }, [[100, 115, 98, 114], QUIET]);
    expect(both.report.trades).toEqual([]);
    const stopped = entered({ ...limit(99), bracket }, [[100, 115, 90, 114]]);
    expect(stopped.trade).toMatchObject({
      closeReason: 'SL_HIT',
      exitPrice: '95',
      entryPrice: '99',
    });
  });

  it('under CROSS lets a target pass, and a stop only touch', () => {
    const touch: Row[] = [QUIET, [100, 110, 95.01, 100], [100, 100, 95, 100]];
    expect(entered({ bracket }, touch, { fillModel: 'CROSS' }).trade).toMatchObject({
      closeReason: 'SL_HIT',
      exitPrice: '95',
    });
  });

  it('follows with a trail at a bar’s end, by its high, and never loosens', () => {
    const rows: Row[] = [
      [100, 110, 96, 105],
      [105, 105, 99.5, 100],
      [100, 100, 99, 99],
    ];
    const { trade } = entered({ bracket: { trailingPct: 10 } }, rows);
    expect(trade).toMatchObject({
      closeReason: 'SL_HIT',
      exitPrice: '99',
      exitAt: TEN + 4 * MINUTE - 1,
    });
  });

  it('leaves out the high of the bar in which a limit entry fills', () => {
    const rows: Row[] = [
      [105, 110, 99, 100],
      [100, 101, 98.5, 99],
    ];
    const { report } = entered({ ...limit(100), bracket: { trailingPct: 10 } }, rows);
    expect(report.trades).toEqual([]);
  });

  it.each([
    ['protects', [100, 101, 94, 99], 'SL_HIT', '95', 10 * MINUTE - 1],
    ['ends with', [100, 101, 99, 99], 'MANUAL_CLOSE', '98', 10 * MINUTE],
  ] as const)(
    '%s a close that waits for the next open',
    (_, under, closeReason, exitPrice, after) => {
      const five = { interval: 'FIVE_MINUTES' } as const;
      const spy = barsOf([QUIET, under, [98, 98, 90, 90]], five);
      const qqq = barsOf([QUIET, QUIET], { ...five, symbol: 'QQQ', start: TEN - 3 * MINUTE });
      const definition = script({
        1: (desk) => desk.enter({ symbol: 'SPY', side: 'BUY', quantity: '1', bracket }),
        2: (desk) => desk.exit('SPY'),
      });
      const input = { ...five, symbols: ['SPY', 'QQQ'] };
      const { trades } = ran(definition, { bars: [spy, qqq] }, input);
      expect(trades).toMatchObject([{ closeReason, exitPrice, exitAt: TEN + after }]);
    },
  );

  it('of a short is the mirror image', () => {
    const short = { side: 'SELL', bracket: { stopLoss: 105, takeProfit: 90 } } as const;
    expect(entered(short, [[100, 106, 89, 100]]).trade).toMatchObject({
      exitPrice: '105',
      netPnl: '-5',
    });
    expect(entered(short, [[100, 101, 89, 100]]).trade).toMatchObject({
      exitPrice: '90',
      netPnl: '10',
    });
    const trail = { side: 'SELL', bracket: { trailingPct: 10 } } as const;
    const rows: Row[] = [
      [100, 104, 90, 95],
      [95, 99, 94, 95],
    ];
    expect(entered(trail, rows).trade).toMatchObject({ closeReason: 'SL_HIT', exitPrice: '99' });
  });
});

describe('costs', () => {
  it('are not rounded', () => {
    const fees = { perUnit: '0.0035', pct: '0.0123456789' };
    const { report } = entered({}, [[100.01, 101, 99, 100]], { fees, slippagePct: '0.0007' });
    const price = '100.01070007';
    expect(report.openPositions[0]!.costBasis).toBe(price);
    // The cash less 0.0035 + 0.000123456789 × 100.01070007, computed by hand.
    expect(report.endCash).toBe('99899.97345293010371572477');
  });

  it('are the larger of the minimum and the rest', () => {
    const fees = { perUnit: '0.1', pct: '1', minimum: '1.35' };
    expect(entered({}, [[100, 100, 100, 100]], { fees }).report.endCash).toBe('99898.65');
    const more = entered({ quantity: '2' }, [[100, 100, 100, 100]], { fees });
    expect(more.report.endCash).toBe('99797.8');
  });

  it('make market and stop fills worse by the slippage, and no limit or target', () => {
    const slip = { slippagePct: '1' };
    const bracket = { stopLoss: 95, takeProfit: 110 };
    const stopped = entered({ bracket }, [QUIET, [100, 100, 94, 95]], slip).trade;
    expect(stopped).toMatchObject({ entryPrice: '101', exitPrice: '94.05' });
    const target = entered({ bracket, ...limit(100) }, [QUIET, [100, 111, 100, 100]], slip).trade;
    expect(target).toMatchObject({ entryPrice: '100', exitPrice: '110' });
  });

  it('that the cash does not pay for are not bought, with a warning', () => {
    const { report } = entered({ quantity: '1000' }, [[100.01, 101, 99, 100]]);
    expect(report.openPositions).toEqual([]);
    expect(report.endCash).toBe('100000');
    expect(report.warnings).toContain('The cash does not pay for an entry in SPY: it is not made');
    expect(entered({ quantity: '1000' }, [QUIET]).report.endCash).toBe('0');
  });
});
