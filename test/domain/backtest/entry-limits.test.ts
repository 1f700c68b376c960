import { describe, expect, it } from 'vitest';
import type { Limits } from '../../../server/domain/account/settings.ts';
import type { BacktestInput } from '../../../server/domain/backtest/backtest-input.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { StrategyDesk } from '../../../server/domain/strategy/strategy.ts';
import { barsOf, ran, script, type Row } from '../../support/values/backtests.ts';

const QUIET: Row = [100, 100, 100, 100];
const buy =
  (quantity: string, symbol = 'SPY') =>
  (desk: StrategyDesk) =>
    desk.enter({ symbol, side: 'BUY', quantity });
const LIMITED = { orderType: 'LIMIT', limitPrice: 90 } as const;
const exit = (desk: StrategyDesk) => desk.exit('SPY');

function under(
  limits: Partial<Limits>,
  steps: Parameters<typeof script>[0],
  rows: readonly Row[] = Array.from({ length: 8 }, () => QUIET),
  input: Partial<BacktestInput> = {},
) {
  const report = ran(script(steps), { bars: [barsOf(rows)] }, { limits, ...input });
  const entered = report.trades.length + report.openPositions.length;
  const refused = report.warnings.find((text) => text.includes('refused by the limit'));
  return {
    entered,
    held: report.openPositions[0]?.quantity ?? '0',
    refused: refused?.split(' ')[9],
  };
}

describe('the user’s limits hold in a backtest', () => {
  it.each<[string, Partial<Limits>, Partial<Limits>]>([
    ['MAX_OPEN_TRADES', { maxOpenTrades: 1 }, { maxOpenTrades: 2 }],
    ['MAX_TRADES_PER_DAY', { maxTradesPerDay: 1 }, { maxTradesPerDay: 2 }],
    ['MAX_PER_UNDERLYING', { maxPerUnderlying: 1 }, { maxPerUnderlying: 2 }],
    ['MAX_POSITION_COST', { maxPositionCost: dec(199) }, { maxPositionCost: dec(200) }],
    ['MAX_EXPOSURE', { maxExposure: dec(199) }, { maxExposure: dec(200) }],
  ])('%s stops the second entry, and one less strict lets it through', (rule, strict, loose) => {
    const steps = { 0: buy('1'), 2: buy('1') };
    expect(under(strict, steps)).toMatchObject({ held: '1', refused: rule });
    expect(under(loose, steps)).toMatchObject({ held: '2', refused: undefined });
  });

  it.each<[string, Partial<Limits>, Partial<Limits>]>([
    ['MAX_POSITION_COST', { maxPositionCost: dec(199) }, { maxPositionCost: dec(200) }],
    ['MAX_EXPOSURE', { maxExposure: dec(199) }, { maxExposure: dec(200) }],
  ])(
    '%s counts an entry of the same instant that still waits, at the last price',
    (rule, ...of) => {
      const [strict, loose] = of;
      const twice = (desk: StrategyDesk) => [buy('1')(desk), buy('1')(desk)];
      expect(under(strict, { 0: twice })).toMatchObject({ held: '1', refused: rule });
      expect(under(loose, { 0: twice })).toMatchObject({ held: '2', refused: undefined });
    },
  );

  it('a limit that waits ties up its price, without its fee, as in a book', () => {
    const limited = (desk: StrategyDesk) =>
      desk.enter({ ...LIMITED, symbol: 'SPY', side: 'BUY', quantity: '1' });
    const of = (most: string) =>
      under({ maxPositionCost: dec(most) }, { 0: limited, 2: buy('1') }, undefined, {
        fees: { perUnit: '1' },
      });
    expect(of('190.99')).toMatchObject({ held: '0', refused: 'MAX_POSITION_COST' });
    expect(of('191')).toMatchObject({ held: '1', refused: undefined });
  });

  it('MAX_ORDER_COST counts an order’s cost with its fee', () => {
    const fees = { perUnit: '0.01' };
    const cost = (most: string) =>
      under({ maxOrderCost: dec(most) }, { 0: buy('1') }, undefined, { fees });
    expect(cost('100')).toMatchObject({ held: '0', refused: 'MAX_ORDER_COST' });
    expect(cost('100.01')).toMatchObject({ held: '1' });
  });

  it('a short without a bound fails every limit of money, and no other', () => {
    const short = {
      0: (desk: StrategyDesk) => desk.enter({ symbol: 'SPY', side: 'SELL', quantity: '1' }),
    };
    expect(under({ maxOrderCost: dec(1_000_000) }, short).refused).toBe('MAX_ORDER_COST');
    expect(under({ maxDailyLoss: dec(1_000_000) }, short).refused).toBe('MAX_DAILY_LOSS');
    expect(under({ maxOpenTrades: 1 }, short)).toMatchObject({ held: '-1', refused: undefined });
  });

  const falls: Row[] = [
    QUIET,
    QUIET,
    [90, 90, 90, 90],
    ...Array.from({ length: 5 }, () => [90, 90, 90, 90]),
  ];

  it.each<[string, Partial<Limits>, Partial<Limits>]>([
    ['MAX_DAILY_LOSS', { maxDailyLoss: dec(10) }, { maxDailyLoss: dec('10.01') }],
    ['MAX_DRAWDOWN', { maxDrawdown: dec(10) }, { maxDrawdown: dec('10.01') }],
    ['LOSS_STREAK', { maxConsecutiveLosses: 1 }, { maxConsecutiveLosses: 2 }],
  ])('%s stops entries after a loss of ten dollars', (rule, strict, loose) => {
    const steps = { 0: buy('1'), 1: exit, 4: buy('1') };
    expect(under(strict, steps, falls)).toMatchObject({ entered: 1, refused: rule });
    expect(under(loose, steps, falls)).toMatchObject({ entered: 2, refused: undefined });
  });

  it('MAX_DRAWDOWN counts from the highest before, though it is asked for at each entry', () => {
    const opens = [100, 100, 120, 120, 110, 110, 95, 95];
    const rows = opens.map((open): Row => [open, open, open, open]);
    const steps = { 0: buy('1'), 1: exit, 2: buy('1'), 3: exit, 4: buy('1'), 5: exit, 6: buy('1') };
    const strict = { maxDrawdown: dec(25) };
    expect(under(strict, steps, rows)).toMatchObject({ entered: 3, refused: 'MAX_DRAWDOWN' });
    expect(under({ maxDrawdown: dec('25.01') }, steps, rows)).toMatchObject({ entered: 4 });
  });

  it('a streak of losses waits as long as its cooldown, else until New York’s next day', () => {
    const steps = { 0: buy('1'), 1: exit, 4: buy('1') };
    const limits = { maxConsecutiveLosses: 1, lossCooldownMinutes: 3 };
    expect(under(limits, steps, falls).entered).toBe(2);
    expect(under({ ...limits, lossCooldownMinutes: 4 }, steps, falls).entered).toBe(1);
    const nextDay = falls.map((row, n) => (n === 4 ? [...row, 840] : row));
    expect(under({ maxConsecutiveLosses: 1 }, steps, nextDay).entered).toBe(2);
  });

  it('never stop an exit', () => {
    const all = {
      maxOpenTrades: 1,
      maxTradesPerDay: 1,
      maxDailyLoss: dec(1),
      maxOrderCost: dec(100),
    };
    expect(under(all, { 0: buy('1'), 1: exit }, falls)).toMatchObject({ entered: 1, held: '0' });
  });
});
