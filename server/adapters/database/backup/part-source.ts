import type { Knex } from 'knex';
import { CREDENTIALS, HEADS, linesOf, TableDigest, type TableLine } from './archive-lines.ts';
import { columnsOf, type Column, type Row } from './canonical-rows.ts';
import { BOOK_TABLES } from './book-tables.ts';
import { DESK_TABLES } from './desk-tables.ts';
import { hashedOf, type KeptTable, type PartName } from './kept-table.ts';
import { readRows } from './read-rows.ts';
import { takeApart } from './sealed-apart.ts';

export function tablesOf(part: PartName): readonly KeptTable[] {
  return part === 'desk' ? DESK_TABLES : BOOK_TABLES;
}

/** Whether an archive's part has a section of this name. */
export function isKept(part: PartName, name: string): boolean {
  if (name === HEADS) return part !== 'desk';
  const tables = tablesOf(part);
  if (name === CREDENTIALS) return tables.some(({ sealed }) => sealed !== undefined);
  return tables.some((table) => table.name === name);
}

/** The rows that follow one line of the archive. */
export interface Section {
  readonly line: TableLine;
  readonly rows: AsyncGenerator<readonly Row[]>;
}

/** All that a backup keeps of one database, as of one moment. */
export async function* sectionsOf(
  moment: Knex.Transaction,
  part: PartName,
): AsyncGenerator<Section> {
  for (const table of tablesOf(part)) {
    const all = await columnsOf(moment, table.name);
    const columns = all.filter(({ name }) => !table.leftOut?.includes(name));
    yield sectionOf(moment, table, columns);
    if (table.sealed) yield credentials(moment, table, columns, table.sealed);
  }
  if (part !== 'desk') yield heads(moment);
}

/** The section of a table with these columns, without its credentials. */
export function sectionOf(
  moment: Knex.Transaction,
  table: KeptTable,
  columns: readonly Column[],
): Section {
  const { name, key, sealed } = table;
  const names = columns.map((column) => column.name);
  const line = { table: name, columns: names, key: [...key], hashed: [...hashedOf(table, names)] };
  const rows = readRows(moment, table, columns);
  return { line, rows: sealed ? without(rows, names.indexOf(sealed)) : rows };
}

async function* without(
  all: AsyncGenerator<readonly Row[]>,
  sealed: number,
): AsyncGenerator<readonly Row[]> {
  for await (const rows of all)
    yield rows.map((row) => row.with(sealed, takeApart(String(row[sealed])).document));
}

/** Sealed secrets, one row each. */
function credentials(
  moment: Knex.Transaction,
  table: KeptTable,
  columns: readonly Column[],
  sealed: string,
): Section {
  const [owner = ''] = table.key;
  const line = {
    ...{ table: CREDENTIALS, columns: [owner, 'name', 'sealed', 'lastFour'] },
    ...{ key: [owner, 'name'], hashed: [] },
  };
  async function* rows() {
    const [of, document] = [owner, sealed].map((name) =>
      columns.findIndex((column) => column.name === name),
    ) as [number, number];
    for await (const each of readRows(moment, table, columns))
      yield each.flatMap((row) =>
        takeApart(String(row[document])).credentials.map((one): Row => {
          return [row[of]!, one.name, one.sealed, one.lastFour];
        }),
      );
  }
  return { line, rows: rows() };
}

/** The last event of each log. */
function heads(moment: Knex.Transaction): Section {
  const columns = ['username', 'sequence', 'hash'];
  const table = { name: 'accounts', key: ['username'] };
  const shown = columns.map((name) => ({ name, text: name !== 'sequence' }));
  const line = { table: HEADS, columns, key: table.key, hashed: [] };
  return { line, rows: readRows(moment, table, shown) };
}

/** Reads a section to its end. */
export async function digestOf({ line, rows }: Section): Promise<TableDigest> {
  const digest = new TableDigest(line);
  for await (const each of rows) digest.add(linesOf(each), each.length, each);
  return digest;
}
