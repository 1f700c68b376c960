import type { Knex } from 'knex';
import { isPostgres } from '../../../server/adapters/database/sql/dialect.ts';
import { columnsOf } from '../../../server/adapters/database/backup/canonical-rows.ts';

const MINUTE_MS = 60_000;

/** Copies the snapshots of a book, a minute apart, until it has so many. */
export async function fillSnapshots(knex: Knex, count: number): Promise<void> {
  const columns = (await columnsOf(knex, 'snapshots')).map(({ name }) => name);
  const [any] = await knex('snapshots').limit(1).pluck<string[]>('id');
  const changed: Readonly<Record<string, string>> = {
    id: "id || '-' || n",
    taken_at: `taken_at - CAST(n AS BIGINT) * ${MINUTE_MS}`,
  };
  const values = columns.map((name) => changed[name] ?? `"${name}"`).join(', ');
  const names = columns.map((name) => `"${name}"`).join(', ');
  const numbers = isPostgres(knex)
    ? 'SELECT generate_series(1, ?::int) AS n'
    : 'WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < ?) SELECT n FROM up';
  const stored = Number((await knex('snapshots').count({ stored: '*' }))[0]?.stored);
  await knex.raw(
    `INSERT INTO snapshots (${names}) SELECT ${values} FROM snapshots, (${numbers}) AS numbers WHERE id = ?`,
    [count - stored, any!],
  );
}
