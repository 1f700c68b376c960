import type { RiskCheck } from '../refusal.ts';
import { promotionCheck } from './entry-checks.ts';
import type { SavedStrategy } from './saved-strategy.ts';

/** The results of all rules for starting a strategy with real money. */
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
