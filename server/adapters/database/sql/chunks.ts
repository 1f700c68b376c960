import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

/** Rows of one INSERT: SQLite takes 500 at most, however few columns they have. */
const ROWS = 100;

/** The rows in parts that one statement takes on both databases. */
export function* chunksOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += ROWS) yield rows.slice(at, at + ROWS);
}

/**
 * `column IN (values)` as SQL with one binding: the databases limit how many a statement has, and the
 * values grow with trades, orders or users.
 */
export function among(knex: Knex, column: string, values: readonly string[]): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = ANY(?)', [column, [...values]])
    : knex.raw('?? IN (SELECT value FROM json_each(?))', [column, JSON.stringify(values)]);
}
