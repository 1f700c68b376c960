import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '../../../server/adapters/database/sql/migrate.ts';
import { openDatabase } from '../../../server/adapters/database/sql/open-database.ts';
import type { ServerOptions } from './server-process.ts';
import { PARTS, writeTables } from '../databases/data-folder.ts';
import { postgresUrl } from '../databases/postgres-url.ts';
import { scratchFolder } from '../databases/scratch-folder.ts';
import { transactionPooler } from '../databases/transaction-pooler.ts';

/** What servers on one database share; call `remove` after they have ended. */
export interface ServerDatabase {
  readonly options: ServerOptions;
  remove(): Promise<void>;
}

type MakeDatabase = () => Promise<ServerDatabase>;

const SECRET_KEY = 'one secret for both of the servers';

/**
 * For `describe.each`: databases for one server or several; only SQLite when no Postgres runs. Their tables are
 * migrated, unless a test is about the first start.
 */
export function serverDatabases(
  tables: 'MIGRATED' | 'NONE' = 'MIGRATED',
): [string, MakeDatabase][] {
  const url = postgresUrl();
  const isMigrated = tables === 'MIGRATED';
  const onSqlite: [string, MakeDatabase] = ['SQLite', () => sqlite(isMigrated)];
  if (url === null) return [onSqlite];
  // A kept template vanishes with the run's own Postgres; a developer's Postgres gets none.
  const copies = isMigrated && inject('pgIsOurs');
  return [onSqlite, ['Postgres behind a transaction pooler', () => postgres(url, copies)]];
}

async function sqlite(isMigrated: boolean): Promise<ServerDatabase> {
  const dataDir = scratchFolder('shared');
  if (isMigrated) await writeTables(dataDir);
  return {
    options: { dataDir },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Name of a database with migrated schemas: Postgres copies it in a tenth of the time of migrating. */
let template: Promise<string> | null = null;

async function makeTemplate(server: string): Promise<string> {
  const name = newName('template');
  await run(server, `CREATE DATABASE ${name}`);
  for (const [schema, tables] of Object.entries(PARTS)) {
    const knex = openDatabase({ url: databaseAt(server, name), schema });
    await migrate(knex, tables);
    await knex.destroy();
  }
  return name;
}

/** Makes a database of its own in the tests' Postgres. */
async function postgres(server: string, copies: boolean): Promise<ServerDatabase> {
  const name = newName('e2e');
  const from = copies ? ` TEMPLATE ${await (template ??= makeTemplate(server))}` : '';
  await run(server, `CREATE DATABASE ${name}${from}`);
  const direct = databaseAt(server, name);
  // One connection for all: code that asks for a second one within a transaction would never get it.
  const pooler = await transactionPooler(direct, 1);
  return {
    options: { env: { DATABASE_URL: pooler.url, DIRECT_DATABASE_URL: direct, SECRET_KEY } },
    remove: async () => {
      await pooler.close();
      await run(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

const newName = (kind: string): string => `${kind}_${randomUUID().replaceAll('-', '')}`;

function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function run(server: string, sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(sql).finally(() => admin.end());
}
