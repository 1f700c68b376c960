import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

/** Rows per INSERT: SQLite takes at most 500, however few columns they have. */
const ROWS = 100;

/** Splits rows into parts that one statement takes on both databases. */
export function* chunksOf<T>(rows: Iterable<T>, most = ROWS): Generator<T[]> {
  let chunk: T[] = [];
  for (const row of rows) {
    if (chunk.push(row) < most) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * `column IN (values)` as SQL with one binding. Both databases limit the bindings of a statement, and the
 * values grow with trades, orders or users.
 */
export function among(knex: Knex, column: string, values: readonly string[]): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = ANY(?)', [column, [...values]])
    : knex.raw('?? IN (SELECT value FROM json_each(?))', [column, JSON.stringify(values)]);
}

/**
 * A user's trades with these ids, as the first table of a query. They are looked up one by one: SQLite, which
 * counts no rows, would otherwise read all of a user's trades to find a few.
 */
export function tradesAmong(
  knex: Knex,
  username: Username,
  ids: readonly TradeId[],
): Knex.QueryBuilder {
  const asked = isPostgres(knex)
    ? knex.raw('unnest(?::text[]) AS asked(value) JOIN trades ON trades.id = asked.value', [
        [...ids],
      ])
    : knex.raw('json_each(?) AS asked CROSS JOIN trades ON trades.id = asked.value', [
        JSON.stringify(ids),
      ]);
  return knex(asked).where('trades.username', username);
}
