import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

/**
 * Adds parts of a text column that holds JSON to what a query selects: the values at these paths, by the names
 * that they get, null where there is none. Postgres gives each as text. It parses a text at each cast, so the
 * cast is a row of its own, which OFFSET 0 keeps from being written into every column.
 */
export function selectParts(
  knex: Knex,
  query: Knex.QueryBuilder,
  column: string,
  parts: Readonly<Record<string, readonly string[]>>,
): Knex.QueryBuilder {
  const paths = Object.entries(parts);
  if (!isPostgres(knex))
    return query.select(
      paths.map(([name, path]) =>
        knex.raw('json_extract(??, ?) AS ??', [column, `$.${path.join('.')}`, name]),
      ),
    );
  return query
    .joinRaw('CROSS JOIN LATERAL (SELECT ??::jsonb OFFSET 0) AS parsed(json)', [column])
    .select(
      paths.map(([name, path]) =>
        knex.raw('parsed.json #>> ? AS ??', [`{${path.join(',')}}`, name]),
      ),
    );
}
