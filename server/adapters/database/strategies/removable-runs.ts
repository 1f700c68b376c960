import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import { MOST_TRIED } from '../../../ports/backtest-evidence.ts';
import { among } from '../sql/chunks.ts';
import { rawRows } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';

/** The owner of a user's removed runs until they are deleted: no user can have such a name. */
export function removedBy(username: Username): string {
  return `:${username}`;
}

/** Beyond the user's newest `most` backtests: up to `some` of the oldest that nothing needs. */
export function oldestBacktests(
  knex: Knex,
  username: Username,
  most: number,
  some: number,
): Promise<readonly string[]> {
  return oldest(knex, 'backtests', { username, most, some }, ALONE, READ_BY_GATE);
}

/** Like `oldestBacktests`, for sweeps. */
export function oldestSweeps(
  knex: Knex,
  username: Username,
  most: number,
  some: number,
): Promise<readonly string[]> {
  return oldest(knex, 'sweeps', { username, most, some }, 'TRUE', NEWEST_OF_STRATEGY);
}

/** They are nobody's to see any more; what they tried counts on, and is not kept where no more would count. */
export async function hideBacktests(
  knex: Knex,
  username: Username,
  ids: readonly string[],
): Promise<void> {
  await retryTransient(() =>
    knex.transaction(async (trx) => {
      const hidden = among(trx, 'id', ids);
      await trx.raw(
        `INSERT INTO backtest_tries (username, data, parameters)
         SELECT username, tried_data, tried_parameters FROM backtests
           WHERE username = ? AND ? AND tried_data IN (
             SELECT data FROM (SELECT DISTINCT tried_data AS data FROM backtests WHERE ?) AS tried
               WHERE NOT EXISTS (SELECT 1 FROM backtest_tries kept
                 WHERE kept.username = ? AND kept.data = tried.data LIMIT 1 OFFSET ?))
           ON CONFLICT DO NOTHING`,
        [username, hidden, hidden, username, MOST_TRIED - 1],
      );
      await trx('backtests')
        .where(hidden)
        .update({ username: removedBy(username) });
    }),
  );
}

const ALONE = 'own.sweep_id IS NULL';

/** The newest finished backtest of its strategy's present version, which the promotion gates read. */
const READ_BY_GATE = `own.status = 'DONE' AND EXISTS (
    SELECT 1 FROM strategies s WHERE s.id = own.strategy_id AND s.version = own.strategy_version)
  AND NOT EXISTS (
    SELECT 1 FROM backtests newer WHERE newer.strategy_id = own.strategy_id
      AND newer.strategy_version = own.strategy_version AND newer.status = 'DONE'
      AND newer.sweep_id IS NULL AND (newer.created_at, newer.id) > (own.created_at, own.id))`;

const NEWEST_OF_STRATEGY = `NOT EXISTS (
    SELECT 1 FROM sweeps newer WHERE newer.strategy_id = own.strategy_id
      AND (newer.created_at, newer.id) > (own.created_at, own.id))`;

interface Asked {
  readonly username: Username;
  readonly most: number;
  readonly some: number;
}

/** Both reads follow an index by user and time: one skips the newest, the other the few that are needed. */
async function oldest(
  knex: Knex,
  table: 'backtests' | 'sweeps',
  { username, most, some }: Asked,
  which: string,
  needed: string,
): Promise<readonly string[]> {
  const [last] = await rawRows<{ created_at: number; id: string }>(
    knex,
    `SELECT created_at, id FROM ${table} own WHERE username = ? AND ${which}
     ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET ?`,
    [username, most],
  );
  if (!last) return [];
  const rows = await rawRows<{ id: string }>(
    knex,
    `SELECT id FROM ${table} own WHERE username = ? AND ${which} AND (created_at, id) <= (?, ?)
       AND status NOT IN ('QUEUED', 'RUNNING') AND NOT (${needed})
     ORDER BY created_at, id LIMIT ?`,
    [username, last.created_at, last.id, some],
  );
  return rows.map(({ id }) => id);
}
