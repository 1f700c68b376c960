import type { RiskCheck } from '../refusal.ts';
import { promotionCheck } from './entry-checks.ts';
import type { SavedStrategy } from './saved-strategy.ts';

/** What a strategy needs before it may be started with real money; every rule with its result. */
export function realStartChecks({
  stage,
  budget,
}: Pick<SavedStrategy, 'stage' | 'budget'>): readonly RiskCheck[] {
  const budgeted = budget !== null;
  return [
    promotionCheck({ stage }),
    {
      ...{ rule: 'STRATEGY_BUDGET', passed: budgeted, limit: null },
      actual: budget?.toFixed() ?? null,
      message: budgeted
        ? `Strategy budget: ${budget.toFixed()} dollars.`
        : 'Strategy budget: none is set, and real money needs one.',
    },
  ];
}
