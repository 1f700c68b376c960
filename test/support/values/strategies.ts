import { backtestStats } from '../../../server/domain/backtest/backtest-stats.ts';
import type { BacktestTrade } from '../../../server/domain/backtest/backtest-report.ts';
import { packTrades } from '../../../server/domain/backtest/packed-trades.ts';
import type { SavedStrategy } from '../../../server/domain/strategy/saved-strategy.ts';
import type { Backtest, BacktestResult, Sweep, Tried } from '../../../server/ports/backtests.ts';
import { NOON } from '../fakes/fake-clock.ts';

export function aStrategy(parts: Partial<SavedStrategy> = {}): SavedStrategy {
  return {
    ...{ id: 's1', username: 'ada', version: 1, name: 'cross', kind: 'sma-cross' },
    ...{ codeVersion: 'v1', parameters: { fast: 3 }, symbols: ['SPY'], interval: null },
    ...{ budget: null, stage: 'BACKTEST', since: NOON, demotedAt: null },
    createdAt: NOON,
    ...parts,
  };
}

const WAITING = {
  ...({ username: 'ada', strategyId: 's1', status: 'QUEUED', createdAt: NOON } as const),
  ...{ finishedAt: null, error: null },
};

export function aBacktest(parts: Partial<Backtest> = {}): Backtest {
  return {
    ...{ ...WAITING, id: 'b1', input: { seed: 0 }, strategyVersion: 1, sweepId: null },
    ...{ parameters: null, barsDone: 0, barsTotal: 0, trades: 0, summary: null },
    ...parts,
  };
}

export function aSweep(parts: Partial<Sweep> = {}): Sweep {
  const input = { strategyVersion: 1 };
  const runs = { runsDone: 0, runsTotal: 3, walkForward: null };
  return { ...WAITING, id: 'w1', input, ...runs, ...parts };
}

export const TRIED: Tried = { data: 'data', parameters: 'one' };

/** Trades of a backtest, one after the other. */
export function someTrades(count: number): readonly BacktestTrade[] {
  return Array.from({ length: count }, (_, n): BacktestTrade => {
    return {
      ...{ symbol: 'SPY', side: 'BUY', quantity: '1', entryAt: n, entryPrice: '1.5' },
      ...{ exitAt: n + 1, exitPrice: '2', closeReason: 'MANUAL_CLOSE', realizedPnl: '0.5' },
      ...{ fees: '0.1', netPnl: '0.4' },
    };
  });
}

/** A result with so many trades; `low`: the lower bound of their expectancy. */
export function aResult(trades: number, low?: number | null): BacktestResult {
  const all = someTrades(trades);
  const stats = backtestStats(all);
  const expectancy = low === undefined ? stats.expectancy : { ...stats.expectancy, low };
  return {
    ...{ trades: packTrades(all), log: [{ at: 1, text: 'hello' }] },
    equity: Array.from({ length: 700 }, (_, at) => ({ at, cash: `${at}.5`, equity: null })),
    summary: {
      ...{ bars: 9, endCash: '1', endEquity: null, maxDrawdown: '0', maxDrawdownPct: 0 },
      ...{ exposurePct: null, openPositions: [], warnings: ['few'], hash: 'ff' },
      stats: { ...stats, expectancy },
    },
  };
}
