import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { backtestStats, monteCarloOf } from '../../../server/domain/backtest/backtest-stats.ts';
import { runBacktest } from '../../../server/domain/backtest/run-backtest.ts';
import { walkForwardSteps } from '../../../server/domain/backtest/walk-forward.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { meanEstimate } from '../../../server/domain/statistics/estimate.ts';
import type { BacktestInput } from '../../../server/domain/backtest/backtest-input.ts';
import {
  barsOf,
  FREE,
  inputOf,
  kindOf,
  ran,
  script,
  sha256,
  TEN,
  type Row,
} from '../../support/values/backtests.ts';

const MINUTE = 60_000;
const wave = (n: number): Row[] =>
  Array.from({ length: n }, (_, i) => {
    const price = 100 + Math.round(1_000 * Math.sin(i / 50)) / 100;
    return [price, price + 1, price - 1, price].map((value) => value.toFixed(2));
  });

/** Buys at every tenth bar and sells five bars later. */
const trader = kindOf(() => {
  let n = 0;
  return {
    onBar: ({ symbol }, desk) => {
      n += 1;
      if (n % 10 === 0) desk.enter({ symbol, side: 'BUY', quantity: '1' });
      if (n % 10 === 5) desk.exit(symbol);
    },
  };
});
const bars = [barsOf(wave(5_000))];
const AT_ONCE = { from: TEN, to: TEN + 7 * MINUTE };
const hashOf = (input: Partial<BacktestInput> = {}) => ran(trader, { bars }, input).hash;

describe('a report', () => {
  it('has at most 2,000 points of equity: the first, the last and the lowest among them', () => {
    const long = [barsOf(wave(9_000))];
    const { equity, endEquity, endCash } = ran(trader, { bars: long });
    expect(equity.length).toBeLessThanOrEqual(2_000);
    expect(equity.length).toBeGreaterThan(1_000);
    expect(equity[0]).toEqual({ at: inputOf().from, cash: '100000', equity: '100000' });
    expect(equity.at(-1)).toEqual({ at: TEN + 9_000 * MINUTE, cash: endCash, equity: endEquity });
    const times = equity.map(({ at }) => at);
    expect([...new Set(times)].sort((a, b) => a - b)).toEqual(times);
  });

  it('names a symbol that has no bars in the time of the run', () => {
    const early = barsOf(wave(10), { symbol: 'QQQ', start: TEN - 1_000 * MINUTE });
    const { warnings } = ran(
      trader,
      { bars: [...bars, early] },
      { symbols: ['SPY', 'QQQ'], from: TEN },
    );
    expect(warnings).toContain('QQQ has no bars in the time of the run');
    expect(warnings).not.toContain('SPY has no bars in the time of the run');
  });

  it('keeps what is open out of the figures, and in the equity', () => {
    const rows: Row[] = [
      [100, 100, 100, 100],
      [100, 100, 100, 100],
      [100, 103, 100, 103],
    ];
    const buy = script({ 0: (desk) => desk.enter({ symbol: 'SPY', side: 'BUY', quantity: '2' }) });
    const report = ran(buy, { bars: [barsOf(rows)] });
    expect(report).toMatchObject({ endCash: '99800', endEquity: '100006', trades: [], bars: 3 });
    expect(report.exposurePct).toBeCloseTo(200 / 3, 10);
    expect(backtestStats(report.trades).trades).toBe(0);
  });

  it('says the drawdown of the equity that it fell from', () => {
    const rows: Row[] = [
      [100, 100, 100, 100],
      [100, 150, 100, 150],
      [150, 150, 90, 90],
      [90, 160, 90, 160],
    ];
    const buy = script({ 0: (desk) => desk.enter({ symbol: 'SPY', side: 'BUY', quantity: '10' }) });
    const report = ran(buy, { bars: [barsOf(rows)] }, { cash: '1000' });
    expect(report).toMatchObject({ maxDrawdown: '600', maxDrawdownPct: 40, endEquity: '1600' });
  });

  it('warns of what makes it worth less', () => {
    const gap: Row[] = [
      [100, 100, 100, 100],
      [100, 100, 100, 100, 4],
    ];
    const waits = script({
      0: (desk) =>
        desk.enter({
          symbol: 'SPY',
          side: 'BUY',
          quantity: '1',
          orderType: 'LIMIT',
          limitPrice: 1,
        }),
    });
    const wanted = { ...waits, history: () => 20 };
    expect(ran(wanted, { bars: [barsOf(gap)] }, AT_ONCE).warnings).toEqual([
      'No fees are taken for EQUITY',
      'No slippage is taken: orders fill at the very prices of the bars',
      '0 closed trades are few: rates of them say little',
      '3 bars of SPY are missing',
      'SPY has 0 bars to warm up with, 20 are wanted',
      '1 orders never filled',
    ]);
    const costs = { fees: { perUnit: '0.01' }, slippagePct: '0.01' };
    const many = ran(trader, { bars }, { ...costs, from: TEN, to: TEN + 5_000 * MINUTE });
    expect(many.trades.length).toBeGreaterThan(30);
    expect(
      many.warnings.filter((text) => !text.includes('missing') && !text.includes('never')),
    ).toEqual([]);
  });

  it('ends without one soon after it is canceled, and tells its progress', () => {
    const cancel = new Int32Array(new SharedArrayBuffer(4));
    const seen: number[] = [];
    const onProgress = (read: number) => {
      seen.push(read);
      Atomics.store(cancel, 0, 1);
    };
    const many = [barsOf(wave(20_000))];
    const control = { hasher: sha256(), cancel, onProgress };
    expect(runBacktest(inputOf(), { bars: many, quotes: null }, trader, control)).toBeNull();
    expect(seen).toHaveLength(1);
  });

  it('passes on what the strategy throws', () => {
    const broken = script({
      1: () => {
        throw new Error('no idea');
      },
    });
    expect(() => ran(broken, { bars })).toThrow('no idea');
  });
});

describe('the hash of a run', () => {
  it('is the same for the same, whatever the order of keys and symbols', () => {
    const parameters = { fast: 1, slow: 2 };
    expect(hashOf({ parameters })).toBe(hashOf({ parameters: { slow: 2, fast: 1 } }));
    expect(hashOf({ fees: { perUnit: '0', pct: null } })).toBe(hashOf({ fees: FREE }));
    expect(hashOf()).toMatch(/^[0-9a-f]{64}$/);
    const two = [...bars, barsOf(wave(50), { symbol: 'QQQ' })];
    const of = (symbols: string[]) => ran(trader, { bars: two }, { symbols }).hash;
    expect(of(['SPY', 'QQQ'])).toBe(of(['QQQ', 'SPY']));
  });

  it.each<[string, Partial<BacktestInput>]>([
    ['the code', { kindVersion: 'v2' }],
    ['a parameter', { parameters: { fast: 3 } }],
    ['the data', { dataHash: 'other' }],
    ['the cash', { cash: '100000.01' }],
    ['the fees', { fees: { perUnit: '0.01' } }],
    ['the slippage', { slippagePct: '0.01' }],
    ['the seed', { seed: 2 }],
    ['the span', { to: TEN + 4_000 * MINUTE }],
    ['the fill model', { fillModel: 'CROSS' }],
    ['a limit', { limits: { maxOpenTrades: 5 } }],
  ])('is another for another %s', (_, input) => {
    expect(hashOf(input)).not.toBe(hashOf());
  });

  it('is another where a fill is another', () => {
    const moved = wave(5_000);
    moved[10] = ['150', '151', '99', '150'];
    expect(ran(trader, { bars: [barsOf(moved)] }).hash).not.toBe(hashOf());
  });

  it('is a digest of text that any hasher takes', () => {
    let text = '';
    const hasher = {
      update: (part: string) => (text += part),
      digest: () => createHash('sha256').update(text).digest('hex'),
    };
    const data = { bars, quotes: null };
    expect(runBacktest(inputOf(), data, trader, { hasher })!.hash).toBe(hashOf());
    expect(text).toContain('FILLED|');
  });
});

describe('what is reckoned from a run', () => {
  const { trades } = ran(trader, { bars });

  it('are the figures of a book', () => {
    const stats = backtestStats(trades);
    const nets = trades.map(({ netPnl }) => Number(netPnl));
    expect(stats.trades).toBe(trades.length);
    expect(stats.wins).toBe(nets.filter((net) => net > 0).length);
    expect(stats.totalPnl.toNumber()).toBeCloseTo(
      nets.reduce((a, b) => a + b, 0),
      8,
    );
    expect(stats.expectancy).toEqual(meanEstimate(Float64Array.from(nets)));
    expect(stats.byClose.map(({ reason }) => reason)).toEqual(['MANUAL_CLOSE']);
  });

  it('is a Monte Carlo that a seed repeats', () => {
    const first = monteCarloOf(trades, '100000', { runs: 200, seed: 1 })!;
    expect(monteCarloOf(trades, '100000', { runs: 200, seed: 1 })).toEqual(first);
    expect(monteCarloOf(trades, '100000', { runs: 200, seed: 2 })).not.toEqual(first);
    const { p5, p50, p95 } = first.endEquity;
    expect(p5.lessThan(p50) && p50.lessThan(p95)).toBe(true);
    expect(monteCarloOf([], '100000', { runs: 200, seed: 1 })).toBeNull();
    const one = monteCarloOf(trades.slice(0, 1), '100', { runs: 5, seed: 1 })!;
    expect(one.endEquity.p50.toFixed()).toBe(dec(100).plus(trades[0]!.netPnl).toFixed());
  });

  it('are the spans of a walk forward: each tested right after what it learned from', () => {
    const day = 86_400_000;
    const steps = walkForwardSteps({ from: 0, to: 10 * day }, 4, 2);
    expect(
      steps.map(({ train, test }) =>
        [train.from, train.to, test.from, test.to].map((at) => at / day),
      ),
    ).toEqual([
      [0, 4, 4, 6],
      [2, 6, 6, 8],
      [4, 8, 8, 10],
    ]);
    expect(() => walkForwardSteps({ from: 0, to: day }, 0, 1)).toThrow(RangeError);
  });
});
