import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect.ts';
import type { Row, Value } from './canonical-rows.ts';

/** Values in one statement on SQLite. It takes far more, but a larger statement would hold up a server. */
const VALUES = 1_500;

/** Writes rows exactly as the backup has them. */
export async function loadRows(
  trx: Knex.Transaction,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  rows: readonly Row[],
): Promise<void> {
  const names = columns.map(quoted).join(', ');
  const into = `INSERT INTO ${quoted(table)} (${names})`;
  if (isPostgres(trx)) {
    const objects = rows.map((row) =>
      Object.fromEntries(columns.map((column, at) => [column, row[at]])),
    );
    const source = `SELECT ${names} FROM json_populate_recordset(NULL::${quoted(table)}, ?)`;
    await trx.raw(`${into} ${source}`, [JSON.stringify(objects)]);
    return;
  }
  const place = `(${columns.map(() => '?').join(', ')})`;
  const most = Math.max(1, Math.floor(VALUES / columns.length));
  for (let at = 0; at < rows.length; at += most) {
    const some = rows.slice(at, at + most);
    const values = some.map(() => place).join(', ');
    await trx.raw(`${into} VALUES ${values}`, some.flat() as Exclude<Value, null>[]);
  }
}

/** A name, quoted as SQL; a question mark in it does not stand for a value. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll('?', String.raw`\?`)}"`;
}

/** Lets the database continue counting from the highest number that was loaded. SQLite does so by itself. */
export async function countOn(trx: Knex.Transaction, table: string, column: string): Promise<void> {
  if (!isPostgres(trx)) return;
  await trx.raw(
    `SELECT setval(pg_get_serial_sequence(current_schema() || '.' || quote_ident(?), ?),
       max(??)) FROM ?? HAVING max(??) IS NOT NULL`,
    [table, column, column, table, column],
  );
}
