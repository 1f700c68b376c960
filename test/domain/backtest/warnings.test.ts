import { describe, expect, it } from 'vitest';
import type { BacktestInput } from '../../../server/domain/backtest/backtest-input.ts';
import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import { newYorkInstant } from '../../../server/domain/calendar/new-york-time.ts';
import type { StrategyEntry } from '../../../server/domain/strategy/strategy.ts';
import {
  barsOf,
  kindOf,
  quotesOf,
  ran,
  script,
  TEN,
  type Row,
} from '../../support/values/backtests.ts';

const MINUTE = 60_000;
const QUIET: Row = [100, 100, 100, 100];
const nothing = kindOf(() => ({}));
const buy = (entry: Partial<StrategyEntry> = {}, exitsAt = 1) =>
  script({
    0: (desk) => desk.enter({ symbol: 'SPY', side: 'BUY', quantity: '1', ...entry }),
    [exitsAt]: (desk) => desk.exit('SPY'),
  });
const midnight = (date: string) => newYorkInstant(date, 0).getTime();

const said = (
  bars: readonly BarColumns[],
  input: Partial<BacktestInput> = {},
  definition = nothing,
) => ran(definition, { bars }, input).warnings.join('\n');

describe('a report warns', () => {
  const daily = (from: string, closes: readonly number[], symbol = 'SPY') =>
    barsOf(
      closes.map((close): Row => [close, close, close, close]),
      { interval: 'ONE_DAY', start: midnight(from), symbol },
    );

  it.each([
    ['2024-03-12', '2024-03-15', ''],
    ['2024-03-11', '2024-03-15', 'The bars of SPY begin on 2024-03-12, later than the run'],
    ['2024-03-12', '2024-03-16', 'The bars of SPY end on 2024-03-14, before the run does'],
    ['2024-03-12', '2024-03-18', 'The bars of SPY end on 2024-03-14, before the run does'],
  ])('where bars of 12 to 14 March leave out a session from %s to %s', (from, to, words) => {
    const bars = [daily('2024-03-12', [100, 100, 100])];
    const input = { interval: 'ONE_DAY', from: midnight(from), to: midnight(to) } as const;
    const short = said(bars, input)
      .split('\n')
      .filter((text) => text.startsWith('The bars of'));
    expect(short.join()).toBe(words);
  });

  it('of no session that a week-end leaves out, and of a day that a token lacks', () => {
    const friday = [daily('2024-03-15', [100])];
    const over = { interval: 'ONE_DAY', from: midnight('2024-03-15') } as const;
    expect(said(friday, { ...over, to: midnight('2024-03-18') })).not.toContain('The bars of');
    const symbol = 'So11111111111111111111111111111111111111112';
    const token = [daily('2024-03-15', [100], symbol)];
    const input = { ...over, symbols: [symbol] };
    expect(said(token, { ...input, to: midnight('2024-03-17') - 1 })).not.toContain('The bars of');
    expect(said(token, { ...input, to: midnight('2024-03-17') })).toContain('end on 2024-03-15');
  });

  it.each([
    [[300, 200], 'SPY opens on 2024-03-13 at 200 after 300'],
    [[100, 200], 'SPY opens on 2024-03-13 at 200 after 100'],
    [[300, 215], ''],
    [[100, 139], ''],
  ])('of closes %j that look like a split', (closes, words) => {
    const input = { interval: 'ONE_DAY' } as const;
    const jump = said([daily('2024-03-12', closes)], input)
      .split('\n')
      .filter((text) => text.includes('a split may not be taken out'));
    expect(jump.join().startsWith(words)).toBe(true);
    expect(jump).toHaveLength(words === '' ? 0 : 1);
  });

  it.each([
    ['10', false],
    ['11', true],
  ])('of a trade of %s where its bar traded 100', (quantity, isLarge) => {
    const text = said([barsOf([QUIET, QUIET, QUIET])], {}, buy({ quantity }));
    const words = '1 trades in SPY are more than a tenth of their bar’s volume';
    expect(text.includes(words)).toBe(isLarge);
  });

  it('of a bar that reached a stop and a target, since nobody knows which came first', () => {
    const bracket = { stopLoss: 95, takeProfit: 110 };
    const words = 'A bar of SPY reached both a stop and a target: the stop counts';
    const of = (row: Row) => said([barsOf([QUIET, row])], {}, buy({ bracket }));
    expect(of([100, 110, 95, 100])).toContain(words);
    expect(of([100, 109, 95, 100])).not.toContain(words);
    expect(of([100, 110, 96, 100])).not.toContain(words);
  });

  it('of what is open at the end, and of nothing closed', () => {
    const words = '1 positions are open at the end: in the equity, and in no other figure';
    expect(said([barsOf([QUIET, QUIET])], {}, buy())).toContain(words);
    expect(said([barsOf([QUIET, QUIET, QUIET])], {}, buy())).not.toContain('open at the end');
  });

  it('of no slippage where bars fill, and of no sizes where quotes do', () => {
    const slippage = 'No slippage is taken';
    expect(said([barsOf([QUIET])])).toContain(slippage);
    expect(said([barsOf([QUIET])], { slippagePct: '0.01' })).not.toContain(slippage);
    const quote = { symbol: 'SPY', at: TEN, bid: '10', ask: '10.1' };
    const quoted = (more: object) =>
      ran(
        nothing,
        { quotes: quotesOf([{ ...quote, ...more }]) },
        { interval: null },
      ).warnings.join();
    expect(quoted({})).not.toContain(slippage);
    expect(quoted({})).toContain('The quotes tell no sizes');
    expect(quoted({ bidSize: 1, askSize: 1 })).not.toContain('The quotes tell no sizes');
  });

  it('of a symbol whose quotes all came before or after the run', () => {
    const quote = { symbol: 'SPY', bid: '10', ask: '10.1' };
    const quotes = quotesOf([0, 9].map((minute) => ({ ...quote, at: TEN + minute * MINUTE })));
    const of = (from: number, to: number) =>
      ran(nothing, { quotes }, { interval: null, from: TEN + from, to: TEN + to }).warnings;
    const words = 'SPY has no quotes in the time of the run';
    expect(of(1, 9 * MINUTE)).toContain(words);
    expect(of(0, 9 * MINUTE)).not.toContain(words);
    expect(of(1, 9 * MINUTE + 1)).not.toContain(words);
  });
});
