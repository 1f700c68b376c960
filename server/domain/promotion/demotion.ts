import type { CalendarDate } from '../ids.ts';
import type { StrategyStage } from '../strategy/saved-strategy.ts';
import type { PromotionReport } from './promotion.ts';
import { rungBelow } from './rungs.ts';

export interface DemotionState {
  /** Today's exchange day. */
  readonly today: CalendarDate;
  /** Exchange day of the last demotion; null: there was none. */
  readonly demotedOn: CalendarDate | null;
  /** Whether a trade of the strategy is being closed. */
  readonly exiting: boolean;
}

/**
 * The rung to which a strategy falls by itself: one down when a gate fails, at most once a day and never in the
 * middle of an exit. Null: it stays, as always on the lowest rung.
 */
export function fallsTo(report: PromotionReport, state: DemotionState): StrategyStage | null {
  if (report.verdict !== 'FAIL' || state.exiting || state.demotedOn === state.today) return null;
  return rungBelow(report.from);
}
