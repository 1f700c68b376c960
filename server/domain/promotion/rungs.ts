import type { StrategyStage } from '../strategy/saved-strategy.ts';

const RUNGS: readonly StrategyStage[] = ['BACKTEST', 'PAPER', 'SMALL_REAL', 'FULL_REAL'];

/** Null: it is the highest. */
export function rungAbove(stage: StrategyStage): StrategyStage | null {
  return RUNGS[RUNGS.indexOf(stage) + 1] ?? null;
}

/** Null: it is the lowest. */
export function rungBelow(stage: StrategyStage): StrategyStage | null {
  return RUNGS[RUNGS.indexOf(stage) - 1] ?? null;
}

export function isAbove(one: StrategyStage, other: StrategyStage): boolean {
  return RUNGS.indexOf(one) > RUNGS.indexOf(other);
}
