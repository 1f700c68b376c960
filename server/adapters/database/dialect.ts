import type { Knex } from 'knex';

interface Config {
  readonly client: string;
  readonly searchPath?: readonly string[];
}

const configOf = (knex: Knex): Config => (knex.client as { config: Config }).config;

export function isPostgres(knex: Knex): boolean {
  return configOf(knex).client === 'pg';
}

/** The Postgres schema of this database; null on SQLite. */
export function schemaOf(knex: Knex): string | null {
  return configOf(knex).searchPath?.[0] ?? null;
}

/** Rows of a raw statement, which the two drivers wrap differently. */
export async function rawRows<T>(
  knex: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[],
): Promise<readonly T[]> {
  const answer = await knex.raw<readonly T[] | { rows: readonly T[] }>(sql, [...bindings]);
  return 'rows' in answer ? answer.rows : answer;
}
