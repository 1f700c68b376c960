import type { Knex } from 'knex';
import type { StrategyRun } from '../../../domain/strategy/strategy-run.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { runFromRow, runToRow } from './run-row.ts';

/** How often it looks again: another server's run may end between two looks, but hardly ever twice. */
const LOOKS = 5;

/** See `StrategyRuns.start`. `knex` acts for the run's user. */
export async function startRun(knex: Knex, run: StrategyRun): Promise<StrategyRun> {
  const { username, strategyId } = run;
  const running = { username, strategy_id: strategyId, status: 'RUNNING' };
  for (let look = 1; look <= LOOKS; look++) {
    const stands = (await knex('strategy_runs').where(running).first()) as object | undefined;
    if (stands) return runFromRow(stands);
    if (await retryTransient(() => knex.transaction((trx) => insertRun(trx, run)))) return run;
  }
  throw new Error(`Others start and stop strategy ${strategyId} all the time.`);
}

/** False, with nothing changed, when another server was faster. */
async function insertRun(trx: Knex.Transaction, run: StrategyRun): Promise<boolean> {
  const { id, username, strategyId } = run;
  const row = { ...runToRow(run), is_newest: 1, last_sequence: 0 };
  const added = (await trx('strategy_runs')
    .insert(row)
    .onConflict()
    .ignore()
    .returning('id')) as unknown[];
  if (added.length === 0) return false;
  await trx('strategy_runs')
    .where({ username, strategy_id: strategyId, is_newest: 1 })
    .whereNot({ id })
    .update({ is_newest: 0 });
  return true;
}
