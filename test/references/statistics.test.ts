import { describe, expect, it } from 'vitest';
import { dec, sum } from '../../server/domain/decimal.ts';
import { meanEstimate, rateEstimate } from '../../server/domain/statistics/estimate.ts';
import type { TradeStats } from '../../server/domain/statistics/trade-stats.ts';
import { closedTrade, closedTrades } from '../support/recorded/published-trades.ts';
import { statsOf } from '../support/values/figures-of.ts';
import { referenceFile } from '../support/recorded/reference-file.ts';

interface FreqtradeTrade {
  readonly open_ts: number;
  readonly close_ts: number;
  readonly profit_abs: number;
  readonly exit: string;
}

interface Freqtrade {
  readonly unit_tests: {
    readonly cases: readonly {
      readonly id: string;
      readonly profits?: readonly number[];
      readonly profits_in_time_order?: readonly number[];
      readonly expected: Readonly<Record<string, number>>;
    }[];
  };
  readonly backtests: readonly {
    readonly id: string;
    readonly starting_balance: number;
    readonly expected: Readonly<Record<string, number>>;
    readonly not_comparable?: readonly string[];
  }[];
}

interface LeanCase {
  readonly id: string;
  readonly trades: readonly {
    readonly entryTime: { readonly min: number };
    readonly exitTime: { readonly min: number };
    readonly profitLoss: number;
    readonly totalFees: number;
  }[];
  readonly expected: Readonly<Record<string, number>>;
}

const freqtradeText = referenceFile('data/reference/freqtrade/metrics.json');
const freqtrade = freqtradeText === null ? null : (JSON.parse(freqtradeText) as Freqtrade);
const leanText = referenceFile('data/reference/lean/trade-statistics-cases.json');
const lean = leanText === null ? [] : (JSON.parse(leanText) as { cases: LeanCase[] }).cases;

/** Compares with the tolerance that sums of doubles in another order need. */
const close = (figure: number | null | undefined, reference: number): void => {
  expect(figure).toBeTypeOf('number');
  expect(Math.abs(figure! - reference)).toBeLessThanOrEqual(
    1e-12 * Math.max(1, Math.abs(reference)),
  );
};

/** Our figure for each of theirs. We do not serve the missing figures, or mean something else by them. */
const FREQTRADE: Record<string, (stats: TradeStats, start: number) => number | null> = {
  total_trades: (stats) => stats.trades,
  wins: (stats) => stats.wins,
  losses: (stats) => stats.losses,
  draws: (stats) => stats.scratches,
  winrate: (stats) => stats.winRate.value,
  profit_factor: (stats) => stats.profitFactor.value,
  expectancy: (stats) => stats.expectancy.value,
  profit_total_abs: (stats) => stats.totalPnl.toNumber(),
  profit_total: (stats, start) => stats.totalPnl.div(start).toNumber(),
  final_balance: (stats, start) => stats.totalPnl.plus(start).toNumber(),
  max_drawdown_abs: (stats) => stats.maxDrawdown.toNumber(),
  max_consecutive_losses: (stats) => stats.longestLosingStreak,
  // freqtrade rounds the mean to whole minutes.
  holding_avg_s: (stats) => Math.round(stats.exposureMinutes / stats.trades) * 60,
};

describe.skipIf(!freqtrade)("our statistics of freqtrade's trades are freqtrade's", () => {
  it.each(freqtrade?.backtests ?? [])(
    '$id',
    ({ id, starting_balance, expected, not_comparable }) => {
      const stats = statsOf(freqtradeTrades(id));
      const left = new Set(not_comparable);
      // In two files, trades without a return, which they call draws, made a little money: ours are wins.
      if (expected['draws']! > 0) left.add('wins').add('draws');
      const compared = Object.keys(FREQTRADE).filter((name) => name in expected && !left.has(name));
      expect(compared.length).toBeGreaterThanOrEqual(6);
      for (const name of compared)
        close(FREQTRADE[name]!(stats, starting_balance), expected[name]!);
      const reasons = new Set(freqtradeTrades(id).map((trade) => trade.closeReason));
      expect(stats.byClose).toHaveLength(reasons.size);
      expect(sum(stats.byClose.map(({ pnl }) => pnl)).equals(stats.totalPnl)).toBe(true);
    },
  );

  it('has every backtest of the file', () => {
    expect(freqtrade!.backtests).toHaveLength(5);
  });

  it.each([
    ['expectancy-8-trades', (stats: TradeStats) => stats.expectancy.value, 56.25],
    ['drawdown-28', (stats: TradeStats) => stats.maxDrawdown.toNumber(), 0.091755],
    ['drawdown-absolute-basis', (stats: TradeStats) => stats.maxDrawdown.toNumber(), 1000],
    ['drawdown-first-5-only-winners', (stats: TradeStats) => stats.maxDrawdown.toNumber(), 0],
  ])('%s', (id, figure, expected) => {
    const found = freqtrade!.unit_tests.cases.find((each) => each.id === id)!;
    const published = found.expected['expectancy'] ?? found.expected['max_drawdown_abs'] ?? 0;
    expect(published).toBe(expected);
    close(figure(statsOf(closedTrades(profitsOf(found)))), published);
  });

  it('counts consecutive losses: two, of the seven in the drawdown list', () => {
    const found = freqtrade!.unit_tests.cases.find(({ id }) => id === 'drawdown-28')!;
    const stats = statsOf(closedTrades(profitsOf(found)));
    expect([stats.losses, stats.longestLosingStreak]).toEqual([7, 2]);
  });

  it('counts a drawdown from the very start, while theirs begins after the first trade', () => {
    const found = freqtrade!.unit_tests.cases.find(
      ({ id }) => id === 'drawdown-first-5-only-losers',
    )!;
    const [first] = profitsOf(found);
    const { maxDrawdown } = statsOf(closedTrades(profitsOf(found)));
    close(maxDrawdown.plus(first!).toNumber(), found.expected['max_drawdown_abs']!);
  });
});

/** The same for Lean. Without a loss Lean has a profit factor of 10 and ratios of 0; ours are null. */
const LEAN: Record<string, (stats: TradeStats) => number | null> = {
  totalNumberOfTrades: (stats) => stats.trades,
  numberOfWinningTrades: (stats) => stats.wins,
  numberOfLosingTrades: (stats) => stats.losses,
  totalProfitLoss: (stats) => stats.totalPnl.toNumber(),
  averageProfitLoss: (stats) => stats.expectancy.value,
  averageProfit: (stats) => stats.averageWin?.toNumber() ?? null,
  averageLoss: (stats) => stats.averageLoss?.toNumber() ?? null,
  winRate: (stats) => stats.winRate.value,
  profitFactor: (stats) => stats.profitFactor.value,
  maxConsecutiveLosingTrades: (stats) => stats.longestLosingStreak,
  maximumClosedTradeDrawdown: (stats) => stats.maxDrawdown.neg().toNumber(),
  totalFees: (stats) => stats.fees.toNumber(),
  sharpeRatio: (stats) => stats.sharpe,
  profitToMaxDrawdownRatio: (stats) => stats.calmar,
};

/** The figures among Lean's 38 that have no counterpart here. */
const NOT_SERVED = {
  'sums and extremes of one side': 'totalProfit totalLoss largestProfit largestLoss',
  'complements and quotients of others': 'lossRate profitLossRatio winLossRatio',
  'times of the list': 'startDateTime endDateTime maximumDrawdownDuration',
  'durations by outcome': 'averageWinningTradeDuration averageLosingTradeDuration',
  'winning streak': 'maxConsecutiveWinningTrades',
  'a trade has its excursions, the statistics do not':
    'averageMAE averageMFE largestMAE largestMFE maximumIntraTradeDrawdown maximumEndTradeDrawdown averageEndTradeDrawdown',
  'deviations themselves': 'profitLossStandardDeviation profitLossDownsideDeviation',
  'over the sample deviation of the losses alone': 'sortinoRatio',
};

describe.skipIf(lean.length === 0)("our statistics of Lean's trades are Lean's", () => {
  it('has every case, and compares every figure or lists it as not served', () => {
    expect(lean.map(({ id }) => id)).toEqual([
      'NoTrades',
      'ThreeWinners',
      'TwoLosersOneWinner',
      'OneWinnerTwoLosers',
    ]);
    const answered = [...Object.keys(LEAN), 'averageTradeDuration'];
    const unanswered = Object.values(NOT_SERVED).flatMap((names) => names.split(' '));
    expect([...answered, ...unanswered].sort()).toEqual(Object.keys(lean[0]!.expected).sort());
  });

  it.each(lean)('$id', ({ trades, expected }) => {
    const stats = statsOf(
      trades.map(({ entryTime, exitTime, profitLoss, totalFees }) =>
        closedTrade({
          net: dec(profitLoss),
          fees: dec(totalFees),
          openedAt: new Date(60_000 * entryTime.min),
          closedAt: new Date(60_000 * exitTime.min),
          reason: 'MANUAL_CLOSE',
        }),
      ),
    );
    for (const [name, figure] of Object.entries(LEAN)) {
      const ours = figure(stats);
      // They write 0, or 10 for the profit factor, when nothing is defined.
      if (ours === null) expect([0, 10]).toContain(expected[name]);
      else if (name === 'averageProfit' || name === 'averageLoss') {
        expect(Math.abs(ours - expected[name]!)).toBeLessThan(1e-6);
      } else close(ours, expected[name]!);
    }
    const { seconds } = expected['averageTradeDuration'] as unknown as { seconds: number };
    close(stats.trades && (stats.exposureMinutes * 60) / stats.trades, seconds);
  });
});

describe('intervals', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: score without continuity correction.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i are as published', (successes, n, low, high) => {
    const estimate = rateEstimate(successes, n);
    expect(estimate.low).toBeCloseTo(low, 4);
    expect(estimate.high).toBeCloseTo(high, 4);
  });

  // The 97.5 % points of Student's t, to the three digits of printed tables.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('of a mean with %i degrees of freedom reach t = %d standard errors', (freedom, t) => {
    const values = Array.from({ length: freedom + 1 }, (_, i) => i);
    const mean = freedom / 2;
    const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / freedom;
    const { high } = meanEstimate(values);
    expect((high! - mean) / Math.sqrt(variance / values.length)).toBeCloseTo(t, 2);
  });
});

function freqtradeTrades(id: string): ReturnType<typeof closedTrade>[] {
  const text = referenceFile(`data/reference/freqtrade/trades-${id}.json.gz`)!;
  return (JSON.parse(text) as FreqtradeTrade[])
    .sort((a, b) => a.close_ts - b.close_ts)
    .map((trade) =>
      closedTrade({
        net: dec(trade.profit_abs),
        fees: dec(0),
        openedAt: new Date(trade.open_ts),
        closedAt: new Date(trade.close_ts),
        reason:
          trade.exit === 'stop_loss' || trade.exit === 'trailing_stop_loss' ? 'SL_HIT' : 'TP_HIT',
      }),
    );
}

function profitsOf(unit: Freqtrade['unit_tests']['cases'][number]): readonly number[] {
  return unit.profits ?? unit.profits_in_time_order ?? [];
}
