import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import type { ServerOptions } from './server-process.ts';
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

/** For `describe.each`, one server or several on each; only SQLite when no Postgres runs. */
export function serverDatabases(): [string, MakeDatabase][] {
  const url = postgresUrl();
  if (url === null) return [['SQLite', sqlite]];
  return [
    ['SQLite', sqlite],
    ['Postgres behind a transaction pooler', () => postgres(url)],
  ];
}

async function sqlite(): Promise<ServerDatabase> {
  const dataDir = scratchFolder('shared');
  return {
    options: { dataDir },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** A database of its own in the tests' Postgres. */
async function postgres(server: string): Promise<ServerDatabase> {
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => {
    const admin = new pg.Client({ connectionString: server });
    await admin.connect();
    await admin.query(sql).finally(() => admin.end());
  };
  await run(`CREATE DATABASE ${name}`);
  const direct = new URL(server);
  direct.pathname = `/${name}`;
  // One connection for all: a request for a second one within a transaction would wait for ever.
  const pooler = await transactionPooler(direct.href, 1);
  return {
    options: { env: { DATABASE_URL: pooler.url, DIRECT_DATABASE_URL: direct.href, SECRET_KEY } },
    remove: async () => {
      await pooler.close();
      await run(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
