import type { RiskCheck } from '../refusal.ts';
import type { SavedStrategy } from './saved-strategy.ts';

/** What a strategy needs before it may be started with real money; every rule with its result. */
export function realStartChecks({
  stage,
  budget,
}: Pick<SavedStrategy, 'stage' | 'budget'>): readonly RiskCheck[] {
  const promoted = stage === 'SMALL_REAL' || stage === 'FULL_REAL';
  const budgeted = budget !== null;
  return [
    {
      ...{ rule: 'PROMOTION', passed: promoted, limit: 'SMALL_REAL', actual: stage },
      message: promoted
        ? `The strategy is on rung ${stage}.`
        : `The strategy is on rung ${stage}: real money needs SMALL_REAL.`,
    },
    {
      ...{ rule: 'STRATEGY_BUDGET', passed: budgeted, limit: null },
      actual: budget?.toFixed() ?? null,
      message: budgeted
        ? `Strategy budget: ${budget.toFixed()} dollars.`
        : 'Strategy budget: none is set, and real money needs one.',
    },
  ];
}
