import type { Knex } from 'knex';
import type { StrategyRun } from '../../../domain/strategy/strategy-run.ts';
import { among } from '../sql/chunks.ts';
import { runFromRow } from '../runs/run-row.ts';

/** See `DriftStore.due`. Three queries each follow an index, so neither old runs nor old trades are read. */
export async function dueRuns(
  knex: Knex,
  until: Date,
  since: Date,
  most: number,
): Promise<readonly StrategyRun[]> {
  const [from, to] = [since.getTime(), until.getTime()];
  const compared = (query: Knex.QueryBuilder, run: string, at: string) =>
    query
      .leftJoin('drift_references AS known', 'known.run_id', run)
      .whereRaw('COALESCE(known.reckoned_until, 0) < ?', [to])
      .whereRaw('?? >= COALESCE(known.reckoned_until, 0)', [at]);
  const withBars = () =>
    compared(knex('strategy_runs'), 'strategy_runs.id', 'strategy_runs.last_bar_at')
      .where('strategy_runs.started_at', '<', to)
      .select('strategy_runs.id AS id');
  const found = (await withBars()
    .where('strategy_runs.status', 'RUNNING')
    .union(
      withBars().where('strategy_runs.ended_at', '>=', from),
      compared(knex('trades'), 'trades.strategy_run', 'trades.closed_at')
        .whereNotNull('trades.strategy_run')
        .where('trades.closed_at', '>=', from)
        .where('trades.closed_at', '<', to)
        .select('trades.strategy_run AS id'),
    )) as { readonly id: string }[];
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const rows = await knex('strategy_runs')
    .where(among(knex, 'id', ids))
    .orderBy(['started_at', 'id'])
    .limit(most)
    .select<object[]>();
  return rows.map(runFromRow);
}
