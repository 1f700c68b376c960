import type { Knex } from 'knex';
import { rawRows } from './dialect.ts';

/** Agenda's own tables, used by its own connections. They hold no user data. */
const NOT_OURS = 'agenda\\_%';

/** The column that names a row's owner: the first of these that the table has. */
const OWNERS = ['username_key', 'username'];

/**
 * Forces row-level security on every table of a schema, so that a later table cannot be forgotten. A user's
 * transaction sees that user's rows, the desk's sees all, any other sees none. A table without an owner
 * column is the desk's.
 */
export async function forceRowLevelSecurity(trx: Knex.Transaction, schema: string): Promise<void> {
  const tables = await rawRows<{ name: string; owner: string | null }>(
    trx,
    `SELECT t.relname AS name, (
       SELECT a.attname FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = ANY (?) AND NOT a.attisdropped
       ORDER BY array_position(?::text[], a.attname::text) LIMIT 1) AS owner
     FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
     WHERE n.nspname = ? AND t.relkind IN ('r', 'p') AND NOT t.relforcerowsecurity AND t.relname NOT LIKE ?`,
    [OWNERS, OWNERS, schema, NOT_OURS],
  );
  for (const { name, owner } of tables) {
    await trx.raw('ALTER TABLE ?? ENABLE ROW LEVEL SECURITY', [name]);
    await trx.raw('ALTER TABLE ?? FORCE ROW LEVEL SECURITY', [name]);
    await trx.raw(`CREATE POLICY tenant ON ?? USING (${visible(owner)})`, [name]);
  }
}

function visible(owner: string | null): string {
  const desk = `current_setting('twinbook.desk', true) = 'on'`;
  if (owner === null) return desk;
  const username = `current_setting('twinbook.username', true)`;
  const whose = owner === 'username_key' ? `lower(${username})` : username;
  return `${desk} OR ${owner} = ${whose}`;
}
