import { describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { closedTrades } from '../support/recorded/published-trades.ts';
import { statsOf } from '../support/values/figures-of.ts';
import { referenceFile } from '../support/recorded/reference-file.ts';

interface Backtest {
  readonly id: string;
  readonly starting_balance: number;
  readonly expected: Readonly<Record<string, number>>;
}

interface Metrics {
  readonly unit_tests: {
    readonly cases: readonly {
      readonly id: string;
      readonly expected: Readonly<Record<string, number>>;
    }[];
  };
  readonly backtests: readonly Backtest[];
}

const text = referenceFile('data/reference/freqtrade/metrics.json');
const metrics = text === null ? null : (JSON.parse(text) as Metrics);
const backtests = metrics?.backtests.filter(({ expected }) => 'sharpe' in expected) ?? [];

const YEAR = Math.sqrt(365);

/** freqtrade's ratios are per day, over deviations of the whole list, and annualised; ours are per trade. */
describe.skipIf(!metrics)("our ratios, made annual by freqtrade's rule, are freqtrade's", () => {
  it('has three backtests with ratios', () => {
    expect(backtests).toHaveLength(3);
  });

  it.each(backtests)('$id', ({ id, starting_balance: start, expected }) => {
    const { trades, sharpe, calmar, maxDrawdown } = statsOfFile(id);
    const days = expected['backtest_days']!;
    near(annualSharpe(sharpe!, trades, days), expected['sharpe']!);
    const relative = maxDrawdown.div(start).toNumber() / expected['max_drawdown_account']!;
    near(((calmar! * relative * 100) / days) * YEAR, expected['calmar']!);
  });

  it('the 179 trades of its unit tests', () => {
    const published = metrics!.unit_tests.cases.find(({ id }) => id === 'testdata-179-trades')!;
    const id = 'freqtrade-testdata-backtest-result-StrategyTestV3';
    const { trades, sharpe } = statsOfFile(id);
    const { backtest_days: days } = metrics!.backtests.find((each) => each.id === id)!.expected;
    expect(annualSharpe(sharpe!, trades, days!)).toBeCloseTo(published.expected['sharpe']!, 5);
  });
});

it('the Sortino ratio is that of Rollinger and Hoffman, "Sortino: a sharper ratio" (2013)', () => {
  const { sortino } = statsOf(closedTrades([17, 15, 23, -5, 12, 9, 13, -4]));
  expect(sortino).toBeCloseTo(4.417, 3);
});

function statsOfFile(id: string) {
  const file = referenceFile(`data/reference/freqtrade/trades-${id}.json.gz`)!;
  const trades = JSON.parse(file) as { readonly profit_abs: number; readonly close_ts: number }[];
  const inOrder = trades.sort((a, b) => a.close_ts - b.close_ts);
  return statsOf(closedTrades(inOrder.map((trade) => dec(trade.profit_abs).toFixed())));
}

/** Converts a Sharpe ratio from sample to population deviation, from trades to days, from days to years. */
function annualSharpe(sharpe: number, trades: number, days: number): number {
  return sharpe * Math.sqrt(trades / (trades - 1)) * (trades / days) * YEAR;
}

function near(figure: number, reference: number): void {
  expect(Math.abs(figure / reference - 1)).toBeLessThan(1e-9);
}
