import type { StrategyStage } from '../strategy/saved-strategy.ts';

const RUNGS: readonly StrategyStage[] = ['BACKTEST', 'PAPER', 'SMALL_REAL', 'FULL_REAL'];

/** The next rung up; null: this is the highest. */
export function rungAbove(stage: StrategyStage): StrategyStage | null {
  return RUNGS[RUNGS.indexOf(stage) + 1] ?? null;
}

/** The next rung down; null: this is the lowest. */
export function rungBelow(stage: StrategyStage): StrategyStage | null {
  return RUNGS[RUNGS.indexOf(stage) - 1] ?? null;
}

export function isAbove(one: StrategyStage, other: StrategyStage): boolean {
  return RUNGS.indexOf(one) > RUNGS.indexOf(other);
}
