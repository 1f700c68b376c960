import { instrumentOf } from '../bars/instrument-of.ts';
import { everyRow } from '../columns/columns.ts';
import { Names } from '../columns/names.ts';
import { RowSet } from '../columns/row-set.ts';
import { dec } from '../decimal.ts';
import { CLOSED, closedRow } from '../statistics/closed-columns.ts';
import type { ClosedResult } from '../statistics/closed-result.ts';
import { monteCarlo, type MonteCarlo } from '../statistics/monte-carlo.ts';
import { summarise } from '../statistics/summarise.ts';
import type { TradeStats } from '../statistics/trade-stats.ts';
import type { BacktestTrade } from './backtest-report.ts';
import { randomOf } from './random.ts';

const NO_CONTEXT: ClosedResult['context'] = {
  ...{ strategy: null, scanner: null, ivRank: null, marketRegime: null },
  ...{ aiModel: null, aiVerdict: null, aiConfidence: null },
};
const ID_DIGITS = 9;

/** The figures of a run's closed trades, by the definitions of every book. */
export function backtestStats(trades: readonly BacktestTrade[]): TradeStats {
  const names = new Names();
  const rows = trades.map((trade, n) => rowOf(trade, n, names));
  const columns = { rows: RowSet.of(CLOSED, rows), names };
  return summarise(columns, everyRow(columns));
}

/** See `monteCarlo`: what a run's trades might have come to. */
export function monteCarloOf(
  trades: readonly BacktestTrade[],
  cash: string,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): MonteCarlo | null {
  const nets = trades.map(({ netPnl }) => dec(netPnl));
  return monteCarlo(nets, dec(cash), { runs, seed, random: randomOf(seed) });
}

function rowOf(trade: BacktestTrade, n: number, names: Names) {
  const { assetClass, underlying } = instrumentOf(trade.symbol);
  const [openedAt, closedAt] = [new Date(trade.entryAt), new Date(trade.exitAt)];
  const facts = {
    ...{ id: String(n).padStart(ID_DIGITS, '0'), symbol: trade.symbol, underlying, assetClass },
    ...{ strategy: null, aiModel: null, status: trade.closeReason, openedAt, closedAt },
    ...{ outcome: Math.sign(Number(trade.netPnl)), tags: [] },
  };
  const result: ClosedResult = {
    ...{ status: trade.closeReason, closeReason: trade.closeReason, side: trade.side },
    ...{ filledQuantity: dec(trade.quantity), realizedPnl: dec(trade.realizedPnl) },
    ...{ fees: dec(trade.fees), openedAt, closedAt, dteAtEntry: null, tags: [] },
    ...{ instrument: { underlying, assetClass }, entryGreeks: null, context: NO_CONTEXT },
    strategyRun: null,
  };
  return closedRow(facts, result, names);
}
