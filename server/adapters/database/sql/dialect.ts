import type { Knex } from 'knex';
import makeKnex from 'knex/lib/knex-builder/make-knex.js';
import { ScopedPostgres, type Scope, type ScopedConfig } from './scoped-postgres.ts';

export function isPostgres(knex: Knex): boolean {
  return knex.client instanceof ScopedPostgres;
}

/** The Postgres schema of this database; null on SQLite. */
export function schemaOf(knex: Knex): string | null {
  return isPostgres(knex) ? scopedConfig(knex).schema : null;
}

/**
 * The same database, acting for another scope. SQLite has no row-level security: there only the queries
 * separate users.
 */
export function actingFor(knex: Knex, scope: Scope): Knex {
  return isPostgres(knex) ? makeKnex((knex.client as ScopedPostgres).actingFor(scope)) : knex;
}

function scopedConfig(knex: Knex): ScopedConfig {
  return (knex.client as ScopedPostgres).config as ScopedConfig;
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
