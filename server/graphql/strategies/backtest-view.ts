import { dec, type Decimal } from '../../domain/decimal.ts';
import type { BacktestTrade } from '../../domain/backtest/backtest-report.ts';
import type { Backtest, BacktestSummary, Sweep } from '../../ports/backtests.ts';
import { progressOf, type LiveOf } from '../streams/backtest-stream.ts';
import type { BacktestTradeType, BacktestType, SweepType } from './backtest.types.ts';

/** A backtest as the API shows it. */
export function backtestView(backtest: Backtest, liveOf: LiveOf): BacktestType {
  const { id, strategyId, status, error, input, createdAt, finishedAt, summary } = backtest;
  const { progress } = progressOf(backtest, liveOf);
  const work = { id, strategyId, status, progress, error, input, createdAt, finishedAt };
  return { ...work, ...(summary ? resultView(summary) : NO_RESULT) };
}

type Result = Omit<
  BacktestType,
  'id' | 'strategyId' | 'status' | 'progress' | 'error' | 'input' | 'createdAt' | 'finishedAt'
>;

const NO_RESULT: Result = {
  ...{ stats: null, bars: null, endCash: null, endEquity: null, maxDrawdown: null },
  ...{ maxDrawdownPct: null, exposurePct: null, openPositions: [], warnings: [], hash: null },
};

function resultView(summary: BacktestSummary): Result {
  const { stats, bars, maxDrawdownPct, exposurePct, warnings, hash } = summary;
  return {
    ...{ stats, bars, maxDrawdownPct, exposurePct, warnings, hash },
    ...{ endCash: dec(summary.endCash), endEquity: orNull(summary.endEquity) },
    maxDrawdown: dec(summary.maxDrawdown),
    openPositions: summary.openPositions.map(({ symbol, quantity, costBasis, price }) => ({
      ...{ symbol, quantity: dec(quantity), costBasis: dec(costBasis), price: orNull(price) },
    })),
  };
}

function orNull(text: string | null): Decimal | null {
  return text === null ? null : dec(text);
}

export function sweepView(sweep: Sweep): SweepType {
  const { runsDone, runsTotal } = sweep;
  return { ...sweep, progress: runsTotal > 0 ? Math.min(1, runsDone / runsTotal) : 0 };
}

export function backtestTradeView(trade: BacktestTrade): BacktestTradeType {
  const { symbol, side, closeReason } = trade;
  return {
    ...{ symbol, side, closeReason, quantity: dec(trade.quantity) },
    ...{ entryAt: new Date(trade.entryAt), entryPrice: dec(trade.entryPrice) },
    ...{ exitAt: new Date(trade.exitAt), exitPrice: dec(trade.exitPrice) },
    ...{ realizedPnl: dec(trade.realizedPnl), fees: dec(trade.fees), netPnl: dec(trade.netPnl) },
  };
}
