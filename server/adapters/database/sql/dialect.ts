import type { Knex } from 'knex';
import makeKnex from 'knex/lib/knex-builder/make-knex.js';
import { Lru } from './lru.ts';
import { ScopedPostgres, type Scope, type ScopedConfig } from './scoped-postgres.ts';

export function isPostgres(knex: Knex): boolean {
  return knex.client instanceof ScopedPostgres;
}

/** The Postgres schema of this database; null on SQLite. */
export function schemaOf(knex: Knex): string | null {
  return isPostgres(knex) ? scopedConfig(knex).schema : null;
}

/** Users of each database whose narrowed one is kept: to make it takes as long as a statement. */
const KEPT = 250;
const ofUsers = new WeakMap<Knex, Lru<string, Knex>>();

/**
 * The same database, acting for another scope. SQLite has no row-level security: there only the queries
 * separate users.
 */
export function actingFor(knex: Knex, scope: Scope): Knex {
  if (!isPostgres(knex)) return knex;
  if (typeof scope === 'string') return narrowed(knex, scope);
  const kept = ofUsers.get(knex) ?? new Lru(KEPT);
  ofUsers.set(knex, kept);
  const { username } = scope;
  return kept.set(username, kept.get(username) ?? narrowed(knex, { username }));
}

function narrowed(knex: Knex, scope: Scope): Knex {
  return makeKnex((knex.client as ScopedPostgres).actingFor(scope));
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
