import fc from 'fast-check';
import type { Knex } from 'knex';
import type { Value } from '../../../server/adapters/database/backup/canonical-rows.ts';
import type { KeptTable, PartName } from '../../../server/adapters/database/backup/kept-table.ts';
import { loadRows } from '../../../server/adapters/database/backup/load-rows.ts';
import { tablesOf } from '../../../server/adapters/database/backup/part-source.ts';
import { NEW_USER_SETTINGS } from '../../../server/domain/account/settings.ts';

interface SqliteColumn {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

const TEXT = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replaceAll('\0', ''));
const DIGITS = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 30 });
/** Decimals as text, also in forms that the desk does not write. */
const DECIMAL = fc
  .tuple(fc.constantFrom('', '-'), DIGITS, fc.option(DIGITS))
  .map(([sign, whole, part]) => `${sign}${whole}${part === null ? '' : `.${part}`}`);
const DOUBLE = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });

/**
 * Writes some rows into every table that a backup keeps of this SQLite database, with arbitrary values in every
 * column, including the columns that later migrations add.
 */
export async function fillWithAnything(knex: Knex, part: PartName, g: fc.GeneratorValue) {
  await knex.transaction(async (trx) => {
    for (const table of tablesOf(part)) {
      const columns: SqliteColumn[] = await trx.raw('SELECT * FROM pragma_table_info(?)', [
        table.name,
      ]);
      const parents: { from: string; table: string; to: string }[] = await trx.raw(
        'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)',
        [table.name],
      );
      const owners = new Map<string, Value[]>();
      for (const { from, table: parent, to } of parents)
        owners.set(from, await trx(parent).pluck<Value[]>(to));
      // No two rows name the same row of another table.
      const most = Math.min(4, ...[...owners.values()].map((values) => values.length));
      const count = g(fc.integer, { min: 1, max: most });
      const rows = Array.from({ length: count }, (_, at) =>
        columns.map((column) => anyValue(g, table, column, at, owners.get(column.name))),
      );
      await loadRows(trx, { table: table.name, columns: columns.map(({ name }) => name) }, rows);
    }
  });
}

function anyValue(
  g: fc.GeneratorValue,
  table: KeptTable,
  { name, type, notnull, pk }: SqliteColumn,
  at: number,
  owners: readonly Value[] | undefined,
): Value {
  if (owners) return owners[at % owners.length]!;
  if (name === table.sealed) return JSON.stringify({ ...NEW_USER_SETTINGS, extra: g(() => TEXT) });
  if (notnull === 0 && pk === 0 && g(fc.boolean)) return null;
  if (table.decimals?.includes(name)) return g(() => DECIMAL);
  if (/float|double/i.test(type)) return g(() => DOUBLE);
  // The row's number at the end keeps keys distinct.
  if (/text/i.test(type)) return `${g(() => TEXT)}${at}`;
  if (pk > 0) return at + 1;
  return /bigint/i.test(type) ? g(fc.maxSafeNat) : g(fc.integer, { min: 0, max: 30_000 });
}
