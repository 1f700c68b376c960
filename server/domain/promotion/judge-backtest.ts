import type { BacktestPosition, BacktestTrade } from '../backtest/backtest-report.ts';
import { evidenceOfRun } from './backtest-evidence.ts';
import type { Evidence } from './evidence.ts';
import { promotionReport } from './promotion-report.ts';
import type { PromotionReport } from './promotion.ts';

/** A backtest without its trades, in values that can be passed between threads. */
export interface BacktestToJudge extends Omit<Evidence, 'trades' | 'drift'> {
  readonly open: readonly BacktestPosition[];
  /** End of the run. */
  readonly to: Date;
  readonly drift: null;
}

/** Judges the gates to PAPER. `trades`: all that the run closed, in any order. */
export function judgeBacktest(
  trades: readonly BacktestTrade[],
  { open, to, ...evidence }: BacktestToJudge,
): PromotionReport {
  return promotionReport({ ...evidence, trades: evidenceOfRun(trades, open, to) });
}
