import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Knex } from 'knex';
import { inject } from 'vitest';
import { actingFor, rawRows } from '../../../server/adapters/database/sql/dialect.ts';
import { migrate } from '../../../server/adapters/database/sql/migrate.ts';
import {
  openDatabase,
  type DatabaseAddress,
} from '../../../server/adapters/database/sql/open-database.ts';
import { lendConnections } from './lent-connections.ts';
import { LentSqlite } from './lent-sqlite.ts';
import { migratedSqlite, type Tables } from './migrated-sqlite.ts';
import { postgresUrl } from './postgres-url.ts';
import { scratchFolder } from './scratch-folder.ts';

/** A database of the test's own. `another` opens it once more, as a second process would. */
export interface TestDatabase {
  readonly knex: Knex;
  readonly address: DatabaseAddress;
  another(): Knex;
  close(): Promise<void>;
}

/** Empty, or with these tables as `migrate` leaves them in an empty one. */
export type OpenTestDatabase = (tables?: Tables) => Promise<TestDatabase>;

/** For `describe.each`: both databases, or only SQLite when no Postgres runs. */
export function databases(): [string, OpenTestDatabase][] {
  const url = postgresUrl();
  const sqlite: [string, OpenTestDatabase] = ['SQLite', openSqlite];
  if (url === null) return [sqlite];
  // Kept schemas vanish with the run's own Postgres; a developer's Postgres must be left as it was.
  const keeps = inject('pgIsOurs');
  return [
    sqlite,
    [
      'Postgres',
      (tables) => (keeps && tables ? lentPostgres(url, tables) : openPostgres(url, tables)),
    ],
  ];
}

/** Those that no test has at the moment. */
const files: Record<Tables, LentSqlite[]> = { book: [], desk: [] };

export async function openSqlite(tables?: Tables): Promise<TestDatabase> {
  if (tables) return lentSqlite(tables);
  const dir = scratchFolder('test');
  const file = path.join(dir, 'test.sqlite');
  return opened({ file }, async () => rmSync(dir, { recursive: true, force: true }));
}

async function lentSqlite(tables: Tables): Promise<TestDatabase> {
  const lent = files[tables].pop() ?? new LentSqlite(await migratedSqlite(tables));
  const database = opened({ file: lent.file }, async () => {
    if (await lent.takeBack()) files[tables].push(lent);
  });
  lent.lendTo(database.knex);
  return database;
}

async function openPostgres(url: string, tables?: Tables): Promise<TestDatabase> {
  const schema = newSchema();
  const database = opened({ url, schema }, () => asOwner(url, schema, drop(schema)));
  if (tables) await migrate(database.knex, tables);
  return database;
}

interface Lent {
  readonly schema: string;
  /** The schema's tables and their rights as `migrate` made them. */
  readonly shape: string;
  /** The statement that empties these tables. */
  readonly empty: string;
  /** The rows that `migrate` makes, by their table. */
  readonly rows: readonly (readonly [table: string, rows: readonly object[]])[];
}

/** Migrated schemas that no test uses at the moment. */
const emptied: Record<Tables, Lent[]> = { book: [], desk: [] };

/** Lends a schema that another test has used: making and dropping one takes Postgres a quarter of a second. */
async function lentPostgres(url: string, tables: Tables): Promise<TestDatabase> {
  const lent = emptied[tables].pop() ?? (await newlyLent(url, tables));
  const { schema } = lent;
  return opened({ url, schema }, () =>
    asOwner(url, schema, async (knex) => {
      if ((await shapeOf(knex)) !== lent.shape) return drop(schema)(knex);
      await knex.raw(lent.empty);
      for (const [table, rows] of lent.rows) await knex(table).insert(rows);
      emptied[tables].push(lent);
    }),
  );
}

async function newlyLent(url: string, tables: Tables): Promise<Lent> {
  const schema = newSchema();
  const knex = open({ url, schema });
  await migrate(knex, tables);
  await knex.destroy();
  let lent: Lent | null = null;
  await asOwner(url, schema, async (owner) => {
    const shape = await shapeOf(owner);
    lent = { schema, shape, empty: await emptying(owner), rows: await rowsOf(owner) };
  });
  return lent!;
}

async function rowsOf(knex: Knex): Promise<Lent['rows']> {
  const tables = await rawRows<{ tablename: string }>(
    knex,
    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'applied_migrations'",
    [],
  );
  const made: [string, object[]][] = [];
  for (const { tablename } of tables)
    made.push([tablename, (await knex(tablename).select()) as object[]]);
  return made.filter(([, rows]) => rows.length > 0);
}

async function shapeOf(knex: Knex): Promise<string> {
  const [row] = await rawRows<{ shape: string }>(
    knex,
    `SELECT string_agg(concat_ws(' ', oid, relnatts, relhastriggers, relforcerowsecurity, relacl,
       (SELECT array_agg(p.oid ORDER BY p.oid) FROM pg_policy p WHERE polrelid = c.oid)), ';' ORDER BY oid) AS shape
     FROM pg_class c WHERE relnamespace = (SELECT current_schema()::regnamespace)`,
    [],
  );
  return row!.shape;
}

/**
 * Empties every table that has pages: DELETE for a small one, which is much faster than TRUNCATE. Deleted rows
 * slow a table's scans, so a table that has grown is truncated. The tables are named by number, because to seek
 * those of one schema Postgres reads the tables of all.
 */
async function emptying(knex: Knex): Promise<string> {
  const [found] = await rawRows<{ tables: string; sequences: string }>(
    knex,
    `SELECT array_agg(oid) FILTER (WHERE relkind = 'r' AND relname <> 'applied_migrations')::text AS tables,
       array_agg(oid) FILTER (WHERE relkind = 'S')::text AS sequences
     FROM pg_class WHERE relnamespace = (SELECT current_schema()::regnamespace)`,
    [],
  );
  return `DO $$ DECLARE name regclass; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT each FROM unnest('${found!.tables}'::regclass[]) AS each WHERE pg_relation_size(each) > 0
    LOOP
      IF pg_table_size(name) > 131072 THEN EXECUTE 'TRUNCATE ' || name || ' CASCADE';
      ELSE EXECUTE 'DELETE FROM ' || name; END IF;
    END LOOP;
    PERFORM setval(each, 1, false) FROM unnest('${found!.sequences}'::regclass[]) AS each;
  END $$`;
}

const drop = (schema: string) => async (knex: Knex) =>
  void (await knex.raw('DROP SCHEMA IF EXISTS ?? CASCADE', [schema]));

async function asOwner(
  url: string,
  schema: string,
  work: (knex: Knex) => Promise<void>,
): Promise<void> {
  const knex = open({ url, schema });
  await work(actingFor(knex, 'owner')).finally(() => knex.destroy());
}

const newSchema = (): string => `test_${randomUUID().replaceAll('-', '')}`;

function open(address: DatabaseAddress): Knex {
  const knex = openDatabase(address);
  // A connection that outlives its test would count against the developer's own Postgres.
  if ('url' in address && inject('pgIsOurs')) lendConnections(knex, address.url);
  return knex;
}

function opened(address: DatabaseAddress, remove: () => Promise<void>): TestDatabase {
  const all: Knex[] = [];
  const another = (): Knex => {
    const knex = open(address);
    all.push(knex);
    return knex;
  };
  return {
    knex: another(),
    address,
    another,
    close: async () => {
      await Promise.all(all.map((knex) => knex.destroy()));
      await remove();
    },
  };
}
