import { everyRow } from '../columns/columns.ts';
import { dec } from '../decimal.ts';
import { monteCarlo, type MonteCarlo } from '../statistics/monte-carlo.ts';
import type { ResultColumns } from '../statistics/result-columns.ts';
import { summarise } from '../statistics/summarise.ts';
import type { TradeStats } from '../statistics/trade-stats.ts';
import type { BacktestTrade } from './backtest-report.ts';
import { randomOf } from './random.ts';
import { resultsOf } from './trade-results.ts';

/** The figures of closed trades in order of closing, defined as for every book. */
export function backtestStats(trades: readonly BacktestTrade[]): TradeStats {
  return figuresOf(resultsOf(trades));
}

/** The same figures, from columns of results. */
export function figuresOf(results: ResultColumns): TradeStats {
  return summarise(results, everyRow(results));
}

/** What a run's trades might have come to: see `monteCarlo`. */
export function monteCarloOf(
  trades: readonly BacktestTrade[],
  cash: string,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): MonteCarlo | null {
  const nets = trades.map(({ netPnl }) => dec(netPnl));
  return monteCarlo(nets, dec(cash), { runs, seed, random: randomOf(seed) });
}
