import type { Knex } from 'knex';

const isPostgres = (knex: Knex): boolean =>
  (knex.client as { dialect: string }).dialect === 'postgresql';

/** An exact number of any length: NUMERIC on Postgres, text on SQLite, whose numbers are floats. */
export function decimalColumn(
  knex: Knex,
  table: Knex.TableBuilder,
  name: string,
): Knex.ColumnBuilder {
  return isPostgres(knex) ? table.specificType(name, 'numeric') : table.text(name);
}

export function decimalColumns(
  knex: Knex,
  table: Knex.TableBuilder,
  names: readonly string[],
): void {
  for (const name of names) decimalColumn(knex, table, name);
}

export function requiredDecimals(
  knex: Knex,
  table: Knex.TableBuilder,
  names: readonly string[],
): void {
  for (const name of names) decimalColumn(knex, table, name).notNullable();
}

/** Times are milliseconds since 1970 on both databases. */
export function timeColumn(table: Knex.TableBuilder, name: string): Knex.ColumnBuilder {
  return table.bigInteger(name);
}

/** 0 or 1 on both databases. */
export function flagColumn(table: Knex.TableBuilder, name: string): Knex.ColumnBuilder {
  return table.smallint(name).notNullable();
}

export function textColumns(table: Knex.TableBuilder, names: readonly string[]): void {
  for (const name of names) table.text(name);
}

export function floatColumns(table: Knex.TableBuilder, names: readonly string[]): void {
  for (const name of names) table.double(name);
}
