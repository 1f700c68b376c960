import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { riskRatios } from '../../../server/domain/statistics/risk-ratios.ts';
import type { StatsDimension } from '../../../server/domain/statistics/segment-keys.ts';
import { NO_CONTEXT, type TradeContext } from '../../../server/domain/trade/trade-context.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { aClosedTrade, aTrade } from '../../support/values/builders.ts';
import { statsOf } from '../../support/values/figures-of.ts';

const NO = { delta: null, gamma: null, theta: null, vega: null, iv: null };
const closed = (net: number, parts: Partial<Trade> = {}, context: Partial<TradeContext> = {}) =>
  aClosedTrade(String(150 + net), '0', { context: { ...NO_CONTEXT, ...context }, ...parts });
const known = (context: Partial<TradeContext>) => closed(1, {}, context);
const delta = (value: number | null) => closed(1, { entryGreeks: { ...NO, delta: value } });

describe('a trade counts in the segment', () => {
  it.each<[StatsDimension, Trade, string[]]>([
    ['STRATEGY', known({ strategy: 'wheel' }), ['wheel']],
    ['STRATEGY', known({}), ['None']],
    ['SCANNER', known({ scanner: 'gap' }), ['gap']],
    ['UNDERLYING', known({}), ['SPY']],
    ['ASSET_CLASS', known({}), ['OPTION']],
    ['SIDE', known({}), ['Long']],
    ['SIDE', closed(1, { side: 'SELL_TO_OPEN' }), ['Short']],
    ['DTE', closed(1, { dteAtEntry: 0 }), ['0 days']],
    ['DTE', closed(1, { dteAtEntry: 1 }), ['1–7 days']],
    ['DTE', closed(1, { dteAtEntry: 7 }), ['1–7 days']],
    ['DTE', closed(1, { dteAtEntry: 60 }), ['31–60 days']],
    ['DTE', closed(1, { dteAtEntry: 61 }), ['Over 60 days']],
    ['DTE', closed(1, { dteAtEntry: null }), ['Unknown']],
    ['DELTA', delta(-0.19), ['Below 0.20']],
    ['DELTA', delta(0.2), ['0.20–0.40']],
    ['DELTA', delta(-0.95), ['0.80 and over']],
    ['DELTA', delta(null), ['Unknown']],
    ['IV_RANK', known({ ivRank: 24.9 }), ['Below 25']],
    ['IV_RANK', known({ ivRank: 75 }), ['75 and over']],
    ['HOUR', closed(1, { openedAt: new Date('2026-03-06T14:45:00Z') }), ['09:00–10:00']],
    ['HOUR', closed(1, { openedAt: new Date('2026-03-09T13:45:00Z') }), ['09:00–10:00']],
    ['HOUR', closed(1, { openedAt: new Date('2026-03-10T03:59:00Z') }), ['23:00–00:00']],
    ['WEEKDAY', closed(1, { openedAt: new Date('2026-03-10T03:59:00Z') }), ['Monday']],
    ['WEEKDAY', closed(1, { openedAt: new Date('2026-03-08T16:00:00Z') }), ['Sunday']],
    ['MONTH', closed(1, { closedAt: new Date('2026-03-01T04:00:00Z') }), ['2026-02']],
    ['REGIME', known({ marketRegime: 'calm' }), ['calm']],
    ['CLOSE_REASON', known({}), ['MANUAL_CLOSE']],
    ['AI_MODEL', known({ aiModel: 'm1' }), ['m1']],
    ['AI_VERDICT', known({ aiVerdict: 'BUY' }), ['BUY']],
    ['TAG', closed(1, { tags: ['a', 'b', 'a'] }), ['a', 'b']],
    ['TAG', closed(1), ['None']],
  ])('of %s', (dimension, trade, keys) => {
    expect(statsOf([trade], [dimension]).segments.map(({ key }) => key)).toEqual(keys);
  });
});

describe('segments', () => {
  const trades = [
    closed(10, { dteAtEntry: 40, tags: ['x', 'y'] }),
    closed(-4, { dteAtEntry: 2, tags: ['x'] }),
    closed(6, { dteAtEntry: 40 }),
    aTrade({ status: 'CANCELED', phase: 'CLOSED', tags: ['x'] }),
  ];
  const segmentsBy = (dimension: StatsDimension) =>
    statsOf(trades, [dimension]).segments.map(({ key, stats }) => [
      key,
      stats.trades,
      stats.totalPnl.toNumber(),
    ]);

  it('add up to the whole, in the order of their ranges', () => {
    expect(segmentsBy('DTE')).toEqual([
      ['1–7 days', 1, -4],
      ['31–60 days', 2, 16],
    ]);
    expect(statsOf(trades).totalPnl).toEqual(dec(12));
  });

  it('of labels count a trade in each of its own, by name', () => {
    expect(segmentsBy('TAG')).toEqual([
      ['None', 1, 6],
      ['x', 2, 6],
      ['y', 1, 10],
    ]);
  });

  it('come once for each requested dimension', () => {
    const dimensions = statsOf(trades, ['SIDE', 'TAG', 'SIDE']).segments.map(
      ({ dimension }) => dimension,
    );
    expect(dimensions).toEqual(['SIDE', 'TAG', 'TAG', 'TAG']);
  });
});

describe('ratios of reward and risk', () => {
  it.each<[number[], string, (number | null)[]]>([
    [[], '0', [null, null, null]],
    [[5], '0', [null, null, null]],
    [[5, 5], '0', [null, null, null]],
    [[20, -10, -10], '20', [0, 0, 0]],
    [[-10, -20, 15], '30', [-5 / Math.sqrt(325), -5 / Math.sqrt(500 / 3), -0.5]],
    [[3, -4, 7], '4', [2 / Math.sqrt(31), 2 / Math.sqrt(16 / 3), 1.5]],
  ])('of %j', (nets, drawdown, expected) => {
    const total = nets.reduce((sum, net) => sum + net, 0);
    const { sharpe, sortino, calmar } = riskRatios(nets, dec(total), dec(drawdown));
    for (const [n, ratio] of [sharpe, sortino, calmar].entries()) {
      if (expected[n] === null) expect(ratio).toBeNull();
      else expect(ratio).toBeCloseTo(expected[n]!, 12);
    }
  });
});

const aiStats = (trades: readonly Trade[]) => statsOf(trades).ai;

describe('the quality of a model’s forecasts', () => {
  const said = (aiConfidence: number, net: number, aiVerdict: TradeContext['aiVerdict'] = null) =>
    closed(net, {}, { aiConfidence, aiVerdict });

  it('is unknown without a forecast', () => {
    const { brier, lift, calibration } = aiStats([closed(1)]);
    expect([brier, lift, calibration.length]).toEqual([null, null, 10]);
    expect(calibration[0]).toEqual({
      ...{ bucket: '0.0–0.1', n: 0, predicted: null },
      ...{ observed: null, low: null, high: null },
    });
  });

  it('is Brier’s score, in ten ranges whose edges belong to the range above', () => {
    const { brier, calibration } = aiStats([
      said(0.7, 5),
      said(0.75, -5),
      said(1, 5),
      said(0, -5),
      said(0.7, 0),
    ]);
    expect(brier).toBeCloseTo((0.09 + 0.5625 + 0 + 0 + 0.49) / 5, 12);
    expect(calibration[7]).toMatchObject({ bucket: '0.7–0.8', n: 3, observed: 1 / 3 });
    expect(calibration[7]?.predicted).toBeCloseTo(2.15 / 3, 12);
    expect(calibration[9]).toMatchObject({ bucket: '0.9–1.0', n: 1, predicted: 1, observed: 1 });
    expect(calibration[0]).toMatchObject({ bucket: '0.0–0.1', n: 1, predicted: 0, observed: 0 });
  });

  it('is shown with the score of always forecasting the base rate', () => {
    const ai = aiStats([said(0.6, 5), said(0.6, 5), said(0.6, -5), closed(-5)]);
    expect(ai).toMatchObject({ n: 3, baseRate: 2 / 3 });
    expect(ai.baseBrier).toBeCloseTo(2 / 9, 12);
    expect(ai.brier).toBeCloseTo((2 * 0.16 + 0.36) / 3, 12);
    // Wilson's interval of 2 in 3.
    expect(ai.calibration[6]?.low).toBeCloseTo(0.2076597, 6);
    expect(ai.calibration[6]?.high).toBeCloseTo(0.9385081, 6);
  });

  it('shows lift when advised trades win more often than all judged ones', () => {
    const judged = [
      said(0.5, 5, 'STRONG_BUY'),
      said(0.5, 5, 'BUY'),
      said(0.5, -5, 'BUY'),
      said(0.5, -5, 'AVOID'),
    ];
    expect(aiStats([...judged, closed(9)]).lift).toBeCloseTo(2 / 3 / 0.5, 12);
    expect(aiStats([said(0.5, 5, 'NEUTRAL')]).lift).toBeNull();
  });
});
