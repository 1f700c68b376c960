import type { Knex } from 'knex';
import { Decimal } from '../../../domain/decimal.ts';
import { isPostgres, rawRows } from '../sql/dialect.ts';

/** A value as both databases give it: exact numbers as text, instants as milliseconds. */
export type Value = string | number | null;
export type Row = readonly Value[];

/** A column of a table in this database. */
export interface Column {
  readonly name: string;
  readonly text: boolean;
}

/** The columns that a table has in this database, by name. */
export async function columnsOf(knex: Knex, table: string): Promise<readonly Column[]> {
  const rows = isPostgres(knex)
    ? await rawRows<{ name: string; type: string }>(
        knex,
        `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute a
         JOIN pg_class c ON c.oid = a.attrelid
         WHERE c.relname = ? AND c.relnamespace = current_schema()::regnamespace AND attnum > 0 AND NOT attisdropped`,
        [table],
      )
    : await rawRows<{ name: string; type: string }>(
        knex,
        'SELECT name, lower(type) AS type FROM pragma_table_info(?)',
        [table],
      );
  return rows
    .map(({ name, type }) => ({ name, text: type === 'text' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const PLAIN = /^(?:0|-?(?:[1-9]\d*|0\.\d*[1-9]|[1-9]\d*\.\d*[1-9]))$/;

/** The one form of an exact number: neither exponent, nor zeros at its end, nor a negative zero. */
export function canonicalDecimal(text: string): string {
  if (PLAIN.test(text)) return text;
  const value = new Decimal(text);
  return value.isZero() ? '0' : value.toFixed();
}

/** @throws where a number cannot be written exactly: no column of ours should hold one. */
export function canonicalValue(value: unknown, decimal: boolean): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return decimal ? canonicalDecimal(value) : value;
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
  throw new Error(`A value of the type ${typeof value} cannot be kept`);
}
