import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect.ts';

/**
 * Counts a write about these users that is not one of their own changes. Call it before the write: two
 * servers that write about the same users wait for each other here, always in the same order.
 */
export async function countUnlogged(
  trx: Knex.Transaction,
  about: Iterable<{ readonly username: Username }>,
): Promise<void> {
  const usernames = [...new Set([...about].map(({ username }) => username))];
  if (usernames.length === 0) return;
  const known = isPostgres(trx) ? '= ANY(?)' : 'IN (SELECT value FROM json_each(?))';
  await trx.raw(
    `INSERT INTO unlogged_writes (username, count)
     SELECT username, 1 FROM accounts WHERE username ${known} ORDER BY username
     ON CONFLICT (username) DO UPDATE SET count = unlogged_writes.count + 1`,
    [isPostgres(trx) ? usernames : JSON.stringify(usernames)],
  );
}
