import type { Knex } from 'knex';
import { BOOK_MIGRATIONS } from '../../../../migrations/book/index.ts';
import { DESK_MIGRATIONS } from '../../../../migrations/desk/index.ts';
import { actingFor, schemaOf } from './dialect.ts';
import { retryTransient } from './retry-transient.ts';
import { forceRowLevelSecurity } from './row-level-security.ts';
import { grantTenantRole } from './tenant-role.ts';

const LISTS = { desk: DESK_MIGRATIONS, book: BOOK_MIGRATIONS };
const LEDGER = 'applied_migrations';

/** The database has a migration that this program does not know: a newer program has run on it. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/**
 * Migrates a database in one transaction: a process killed halfway leaves nothing behind, and no lock to
 * block the next one. Any number may start at once. On Postgres all tables then get row-level security.
 * @throws {NewerDatabase} {UnsafeDatabaseUser}
 */
export async function migrate(knex: Knex, which: keyof typeof LISTS): Promise<void> {
  await retryTransient(() =>
    actingFor(knex, 'owner').transaction(async (trx) => {
      await takeTurn(trx);
      await applyMissing(trx, which);
      await secure(trx);
    }),
  );
}

/** The migrations of a kind of database that this program knows, in their order. */
export function knownMigrations(which: keyof typeof LISTS): readonly string[] {
  return LISTS[which].map(({ name }) => name);
}

/** The migrations that a database has had, in their order. */
export async function appliedMigrations(knex: Knex): Promise<readonly string[]> {
  return knex(LEDGER).orderBy('name').pluck<string[]>('name');
}

/**
 * Lets `load` fill an empty database as it was after `names` alone, and then migrates what it has written: rows
 * of an older program go through every migration since. All in one transaction.
 */
export async function migrateAround<T>(
  knex: Knex,
  which: keyof typeof LISTS,
  names: readonly string[],
  load: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return actingFor(knex, 'owner').transaction(async (trx) => {
    await takeTurn(trx);
    for (const migration of [...LISTS[which]].reverse()) {
      if (names.includes(migration.name)) continue;
      await migration.down(trx);
      await trx(LEDGER).where({ name: migration.name }).delete();
    }
    const loaded = await load(trx);
    await applyMissing(trx, which);
    await secure(trx);
    return loaded;
  });
}

/** Other processes wait here. On SQLite a deferred transaction waits only when its first statement writes. */
async function takeTurn(trx: Knex.Transaction): Promise<void> {
  const schema = schemaOf(trx);
  if (schema === null) {
    await trx.raw('CREATE TABLE IF NOT EXISTS migration_turn (id integer primary key)');
    await trx('migration_turn').delete();
    return;
  }
  await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`twinbook:${schema}`]);
  // The policies also bind an owner that is not a superuser; it would find no row to migrate.
  await trx.raw("SET LOCAL twinbook.desk TO 'on'");
  const known = await trx('pg_namespace').where('nspname', schema).pluck<string[]>('nspname');
  if (known.length === 0) await trx.raw('CREATE SCHEMA ??', [schema]);
}

async function applyMissing(trx: Knex.Transaction, which: keyof typeof LISTS): Promise<void> {
  await trx.raw('CREATE TABLE IF NOT EXISTS ?? (name text primary key)', [LEDGER]);
  const applied = new Set<string>(await trx(LEDGER).pluck('name'));
  const list = LISTS[which];
  const unknown = [...applied].filter((name) => !list.some((m) => m.name === name));
  if (unknown.length > 0) throw new NewerDatabase(`Unknown migrations: ${unknown.join(', ')}`);
  for (const migration of list) {
    if (applied.has(migration.name)) continue;
    await migration.up(trx);
    await trx(LEDGER).insert({ name: migration.name });
  }
}

async function secure(trx: Knex.Transaction): Promise<void> {
  const schema = schemaOf(trx);
  if (schema === null) return;
  await forceRowLevelSecurity(trx, schema);
  await grantTenantRole(trx, schema);
}
