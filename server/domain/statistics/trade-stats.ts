import type { Decimal } from '../decimal.ts';
import type { AiStats } from './ai-stats.ts';
import type { RiskRatios } from './risk-ratios.ts';
import type { StatsDimension } from './segment-keys.ts';
import type { TradeStatus } from '../trade/trade-status.ts';

/** A figure with its 95 % interval; null only where `n` trades do not define it. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

export interface CloseStats {
  readonly reason: TradeStatus;
  readonly count: number;
  readonly pnl: Decimal;
}

/** Every figure is on `netPnl`; entries that never filled do not count. */
export interface TradeStats extends RiskRatios {
  readonly trades: number;
  readonly wins: number;
  readonly losses: number;
  readonly scratches: number;
  readonly winRate: Estimate;
  readonly profitFactor: Estimate;
  /** Dollars a trade. */
  readonly expectancy: Estimate;
  readonly averageWin: Decimal | null;
  /** Negative. */
  readonly averageLoss: Decimal | null;
  readonly totalPnl: Decimal;
  readonly fees: Decimal;
  /** Dollars of the running sum, in order of closing. */
  readonly maxDrawdown: Decimal;
  /** All holding times together: two at once count twice. */
  readonly exposureMinutes: number;
  readonly longestLosingStreak: number;
  readonly byClose: readonly CloseStats[];
  readonly ai: AiStats;
  /** Of the dimensions that were asked for; a segment has none of its own. */
  readonly segments: readonly StatsSegment[];
}

export interface StatsSegment {
  readonly dimension: StatsDimension;
  readonly key: string;
  readonly stats: TradeStats;
}
