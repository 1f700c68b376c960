import type { Knex } from 'knex';
import { isPostgres } from '../../../server/adapters/database/sql/dialect.ts';
import type { Row } from './lived-desk.ts';

const CHUNK = 1_000;

/** Writes rows of one table, a thousand in a statement, whose one binding is their JSON. */
export async function writeRows(knex: Knex, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const source = isPostgres(knex)
    ? `SELECT ${names} FROM json_populate_recordset(NULL::${table}, ?)`
    : `SELECT ${columns.map((column) => `value ->> '${column}'`).join(', ')} FROM json_each(?)`;
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = JSON.stringify(rows.slice(at, at + CHUNK));
    await knex.raw(`INSERT INTO ${table} (${names}) ${source}`, [part]);
  }
}
