import { dec, type Decimal } from '../decimal.ts';
import type { TradingMode } from '../mode.ts';
import type { RiskCheck } from '../refusal.ts';
import { mayEnterReal, type SavedStrategy } from './saved-strategy.ts';
import type { StrategyRunStatus } from './strategy-run.ts';

/** The share of the budget that SMALL_REAL may have at work with real money. */
const SMALL_PART = dec('0.1');

/** The facts by which an entry of a run is checked, in addition to the user's own limits. */
export interface StrategyStanding extends Pick<SavedStrategy, 'stage' | 'budget'> {
  readonly mode: TradingMode;
  /** The run's status; null: the run is unknown. */
  readonly status: StrategyRunStatus | null;
  /** Dollars that the strategy's trades tie up now, including waiting ones. */
  readonly committed: Decimal;
  /** Dollars that the entry would tie up; null: no price is known. */
  readonly capital: Decimal | null;
}

/** Dollars that a strategy may have at work in a book; null: no limit is set, which in REAL allows nothing. */
export function budgetIn(
  mode: TradingMode,
  { stage, budget }: Pick<SavedStrategy, 'stage' | 'budget'>,
): Decimal | null {
  return mode === 'REAL' && stage === 'SMALL_REAL' ? (budget?.times(SMALL_PART) ?? null) : budget;
}

/** The result of every rule; the entry is refused when one fails. */
export function strategyChecks(standing: StrategyStanding): readonly RiskCheck[] {
  const { mode } = standing;
  return [
    runCheck(standing),
    ...(mode === 'REAL' ? [promotionCheck(standing)] : []),
    budgetCheck(standing),
  ];
}

function runCheck({ status }: StrategyStanding): RiskCheck {
  const passed = status === 'RUNNING';
  const message = passed ? 'The strategy runs.' : 'The strategy runs no more: it enters nothing.';
  return { rule: 'STRATEGY_RUN', passed, limit: 'RUNNING', actual: status, message };
}

/** The check of the rung for real money. */
export function promotionCheck({ stage }: Pick<SavedStrategy, 'stage'>): RiskCheck {
  const passed = mayEnterReal(stage);
  const message = passed
    ? `The strategy is on rung ${stage}.`
    : `The strategy is on rung ${stage}: real money needs SMALL_REAL.`;
  return { rule: 'PROMOTION', passed, limit: 'SMALL_REAL', actual: stage, message };
}

function budgetCheck({ mode, committed, capital, ...standing }: StrategyStanding): RiskCheck {
  const limit = budgetIn(mode, standing);
  const atWork = capital && committed.plus(capital);
  const shown = {
    rule: 'STRATEGY_BUDGET',
    limit: limit?.toString() ?? null,
    actual: atWork?.toString() ?? null,
  };
  if (limit === null) {
    const passed = mode !== 'REAL';
    const message = passed
      ? 'Strategy budget: no limit is set.'
      : 'Strategy budget: none is set, and real money needs one.';
    return { ...shown, passed, message };
  }
  if (atWork === null) {
    const message = 'Strategy budget cannot be reckoned: no price is known.';
    return { ...shown, passed: false, message };
  }
  const passed = atWork.lessThanOrEqualTo(limit);
  const relation = passed ? 'of' : 'exceeds';
  const message = `Strategy budget: ${atWork.toString()} ${relation} ${limit.toString()}.`;
  return { ...shown, passed, message };
}
