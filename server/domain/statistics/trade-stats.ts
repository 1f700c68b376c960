import type { Decimal } from '../decimal.ts';
import type { AiStats } from './ai-stats.ts';
import type { Estimate } from './estimate.ts';
import type { RiskRatios } from './risk-ratios.ts';
import type { StatsDimension } from './segment-keys.ts';
import type { TradeStatus } from '../trade/trade-status.ts';

export interface CloseStats {
  readonly reason: TradeStatus;
  readonly count: number;
  readonly pnl: Decimal;
}

/** Every figure uses `netPnl`; entries that never filled do not count. */
export interface TradeStats extends RiskRatios {
  readonly trades: number;
  readonly wins: number;
  readonly losses: number;
  readonly scratches: number;
  readonly winRate: Estimate;
  readonly profitFactor: Estimate;
  /** Dollars per trade. */
  readonly expectancy: Estimate;
  /** `sharpe` with its interval. */
  readonly sharpeEstimate: Estimate;
  readonly averageWin: Decimal | null;
  /** Negative, or null without a loss. */
  readonly averageLoss: Decimal | null;
  readonly totalPnl: Decimal;
  readonly fees: Decimal;
  /** Dollars of the deepest fall of the running sum, in order of closing. */
  readonly maxDrawdown: Decimal;
  /** Sum of all holding times: two trades at once count twice. */
  readonly exposureMinutes: number;
  readonly longestLosingStreak: number;
  readonly byClose: readonly CloseStats[];
  readonly ai: AiStats;
  /** Segments of the requested dimensions; a segment has no segments of its own. */
  readonly segments: readonly StatsSegment[];
}

export interface StatsSegment {
  readonly dimension: StatsDimension;
  readonly key: string;
  readonly stats: TradeStats;
}
