import type { Knex } from 'knex';
import { isPostgres, rawRows } from '../sql/dialect.ts';
import { canonicalValue, type Column, type Row } from './canonical-rows.ts';
import type { KeptTable } from './kept-table.ts';

type Given = Readonly<Record<string, unknown>>;

const FEWEST = 10;
const MOST = 400;
/** Characters that are read at once: a larger piece would hold up the server. */
const CHARACTERS = 128 * 1024;

/** How many rows are read at once, by the length of those read so far. */
class Batch {
  rows = FEWEST;

  took(rows: readonly Row[]): void {
    let length = 1;
    for (const row of rows)
      for (const value of row) length += typeof value === 'string' ? value.length : 8;
    const fitting = Math.floor((CHARACTERS * rows.length) / length);
    this.rows = Math.min(MOST, this.rows * 4, Math.max(FEWEST, fitting));
  }
}

/** All rows of a table with these columns, a few at a time, on both databases in the order of its key. */
export async function* readRows(
  moment: Knex.Transaction,
  { name, key, decimals = [] }: Pick<KeptTable, 'name' | 'key' | 'decimals'>,
  columns: readonly Column[],
): AsyncGenerator<readonly Row[]> {
  const exact = columns.map((column) => decimals.includes(column.name));
  const batch = new Batch();
  const source = { name, columns, key: keyOf(key, columns) };
  const pages = isPostgres(moment) ? byCursor : byKey;
  for await (const given of pages(moment, source, batch)) {
    const rows = given.map((row) =>
      columns.map((column, at) => canonicalValue(row[column.name], exact[at]!)),
    );
    yield rows;
    batch.took(rows);
  }
}

interface Source {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly Column[];
}

function keyOf(names: readonly string[], columns: readonly Column[]): readonly Column[] {
  return names.map((name) => {
    const found = columns.find((column) => column.name === name);
    if (!found) throw new Error(`The table has no column ${name}`);
    return found;
  });
}

const quoted = (columns: readonly Column[]): string[] => columns.map(({ name }) => `"${name}"`);

/** Postgres sorts once, whatever indexes it has. It sorts by bytes, as SQLite does. */
async function* byCursor(
  moment: Knex.Transaction,
  { name, columns, key }: Source,
  batch: Batch,
): AsyncGenerator<readonly Given[]> {
  const order = key.map((column) => `"${column.name}"${column.text ? ' COLLATE "C"' : ''}`);
  await moment.raw(
    `DECLARE kept_rows NO SCROLL CURSOR FOR SELECT ${quoted(columns).join(', ')} FROM "${name}" ORDER BY ${order.join(', ')}`,
  );
  for (;;) {
    const rows = await rawRows<Given>(moment, `FETCH ${batch.rows} FROM kept_rows`, []);
    if (rows.length === 0) break;
    yield rows;
  }
  await moment.raw('CLOSE kept_rows');
}

async function* byKey(
  moment: Knex.Transaction,
  { name, columns, key }: Source,
  batch: Batch,
): AsyncGenerator<readonly Given[]> {
  const order = quoted(key).join(', ');
  const places = key.map(() => '?').join(', ');
  const read = `SELECT ${quoted(columns).join(', ')} FROM "${name}"`;
  let after: Given | undefined;
  for (;;) {
    const where = after ? ` WHERE (${order}) > (${places})` : '';
    const from = after ? key.map((column) => after![column.name] as string | number) : [];
    const sql = `${read}${where} ORDER BY ${order} LIMIT ${batch.rows}`;
    const rows: readonly Given[] = await rawRows<Given>(moment, sql, from);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1);
  }
}
