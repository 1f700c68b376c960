import type { StrategyStage } from '../strategy/saved-strategy.ts';

export type Verdict = 'PASS' | 'FAIL' | 'NOT_ENOUGH_DATA';

export const GATE_RULES = [
  'TRADES',
  'DAYS',
  'EXPECTANCY',
  'DRAWDOWN',
  'LOOK_AHEAD',
  'DRIFT',
  'COMPLETENESS',
  'BREAKER',
] as const;

export type GateRule = (typeof GATE_RULES)[number];

/** One condition for the next rung. `limit`, `actual` and `message` are for people; `verdict` alone decides. */
export interface PromotionGate {
  readonly rule: GateRule;
  readonly verdict: Verdict;
  /** The gate's threshold. */
  readonly limit: string;
  /** Null: nothing is known yet. */
  readonly actual: string | null;
  readonly message: string;
}

/** Whether a strategy may go one rung up, and why. */
export interface PromotionReport {
  readonly strategyId: string;
  readonly from: StrategyStage;
  /** Null: the strategy is on the highest rung. */
  readonly to: StrategyStage | null;
  readonly verdict: Verdict;
  readonly gates: readonly PromotionGate[];
  /**
   * The most trades that a gate still needs at today's mean and spread, at least 1. Null with PASS, and where
   * the mean is not above 0.
   */
  readonly tradesNeeded: number | null;
  /** Percent points: at most this share of strategies without an edge ever passes EXPECTANCY. */
  readonly falsePromotionPct: number;
  /** Closed trades that count. */
  readonly trades: number;
  /** Null: no evidence counts yet. */
  readonly since: Date | null;
}
