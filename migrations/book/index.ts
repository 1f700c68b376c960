import type { Migration } from '../migration.ts';
import * as book from './0001_book.ts';
import * as simulatedVenue from './0002_simulated_venue.ts';
import * as day from './0003_day.ts';
import * as trailingStops from './0004_trailing_stops.ts';
import * as venueLessons from './0005_venue_lessons.ts';
import * as deliveries from './0006_deliveries.ts';
import * as invariants from './0007_invariants.ts';
import * as acceptedDifferences from './0008_accepted_differences.ts';
import * as growingTrades from './0009_growing_trades.ts';
import * as invariantsByAccount from './0010_invariants_by_account.ts';
import * as leases from './0011_leases.ts';
import * as lateOrders from './0012_late_orders.ts';
import * as realisedDays from './0013_realised_days.ts';
import * as partialReviews from './0014_partial_reviews.ts';
import * as fillCorrections from './0016_fill_corrections.ts';
import * as exitAdjustments from './0018_exit_adjustments.ts';
import * as awaitedHistory from './0019_awaited_history.ts';
import * as feeSchedule from './0020_fee_schedule.ts';
import * as markTurns from './0021_mark_turns.ts';
import * as simulatedOrders from './0022_simulated_orders.ts';
import * as guardedTrades from './0023_guarded_trades.ts';
import * as unloggedWrites from './0024_unlogged_writes.ts';
import * as fillValue from './0025_fill_value.ts';
import * as tokens from './0026_tokens.ts';
import * as paperSwaps from './0027_paper_swaps.ts';
import * as waitingOrders from './0028_waiting_orders.ts';
import * as realMoney from './0029_real_money.ts';
import * as switchCauses from './0030_switch_causes.ts';
import * as accountFunds from './0031_account_funds.ts';
import * as logChecks from './0032_log_checks.ts';
import * as realSwaps from './0033_real_swaps.ts';
import * as wallets from './0036_wallets.ts';
import * as swapBeforeSlot from './0037_swap_before_slot.ts';
import * as strategyTrades from './0038_strategy_trades.ts';
import * as strategyRuns from './0039_strategy_runs.ts';
import * as drift from './0041_drift.ts';
import * as fillFit from './0042_fill_fit.ts';
import * as mandateTrades from './0043_mandate_trades.ts';
import * as forecasts from './0044_forecasts.ts';
import * as decisionJournal from './0045_decision_journal.ts';
import * as confirmedPrice from './0046_confirmed_price.ts';
import * as driftProblems from './0047_drift_problems.ts';
import * as logMarks from './0048_log_marks.ts';

export const BOOK_MIGRATIONS: readonly Migration[] = [
  { name: '0001_book', ...book },
  { name: '0002_simulated_venue', ...simulatedVenue },
  { name: '0003_day', ...day },
  { name: '0004_trailing_stops', ...trailingStops },
  { name: '0005_venue_lessons', ...venueLessons },
  { name: '0006_deliveries', ...deliveries },
  { name: '0007_invariants', ...invariants },
  { name: '0008_accepted_differences', ...acceptedDifferences },
  { name: '0009_growing_trades', ...growingTrades },
  { name: '0010_invariants_by_account', ...invariantsByAccount },
  { name: '0011_leases', ...leases },
  { name: '0012_late_orders', ...lateOrders },
  { name: '0013_realised_days', ...realisedDays },
  { name: '0014_partial_reviews', ...partialReviews },
  { name: '0016_fill_corrections', ...fillCorrections },
  { name: '0018_exit_adjustments', ...exitAdjustments },
  { name: '0019_awaited_history', ...awaitedHistory },
  { name: '0020_fee_schedule', ...feeSchedule },
  { name: '0021_mark_turns', ...markTurns },
  { name: '0022_simulated_orders', ...simulatedOrders },
  { name: '0023_guarded_trades', ...guardedTrades },
  { name: '0024_unlogged_writes', ...unloggedWrites },
  { name: '0025_fill_value', ...fillValue },
  { name: '0026_tokens', ...tokens },
  { name: '0027_paper_swaps', ...paperSwaps },
  { name: '0028_waiting_orders', ...waitingOrders },
  { name: '0029_real_money', ...realMoney },
  { name: '0030_switch_causes', ...switchCauses },
  { name: '0031_account_funds', ...accountFunds },
  { name: '0032_log_checks', ...logChecks },
  { name: '0033_real_swaps', ...realSwaps },
  { name: '0036_wallets', ...wallets },
  { name: '0037_swap_before_slot', ...swapBeforeSlot },
  { name: '0038_strategy_trades', ...strategyTrades },
  { name: '0039_strategy_runs', ...strategyRuns },
  { name: '0041_drift', ...drift },
  { name: '0042_fill_fit', ...fillFit },
  { name: '0043_mandate_trades', ...mandateTrades },
  { name: '0044_forecasts', ...forecasts },
  { name: '0045_decision_journal', ...decisionJournal },
  { name: '0046_confirmed_price', ...confirmedPrice },
  { name: '0047_drift_problems', ...driftProblems },
  { name: '0048_log_marks', ...logMarks },
];
