import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Knex } from 'knex';
import { claimBook } from '../adapters/database/book/claim-book.ts';
import { migrate } from '../adapters/database/sql/migrate.ts';
import type { Addresses } from '../adapters/database/backup/write-archive.ts';
import { openDatabase, type DatabaseAddress } from '../adapters/database/sql/open-database.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import { blaming } from './blaming.ts';

/** Users, settings and jobs in one database; each book in one of its own, which refuses the other book. */
export interface Databases {
  readonly desk: Knex;
  readonly paper: Knex;
  readonly real: Knex;
  close(): Promise<void>;
}

/** @throws {ConfigError} naming the variable whose database cannot be opened. */
export async function openDatabases(config: SharedConfig): Promise<Databases> {
  const { databaseUrl, dataDir } = config;
  await blaming('DATA_DIR', async () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  });
  const addresses = addressesOf(config);
  const desk = openDatabase(addresses.desk);
  const paper = openDatabase(addresses.paper);
  const real = openDatabase(addresses.real);
  await blaming(databaseUrl ? 'DATABASE_URL' : 'DATA_DIR', async () => {
    await migrate(desk, 'desk');
    await migrate(paper, 'book');
    await claimBook(paper, 'PAPER');
  });
  await blaming(realVariable(config), async () => {
    await migrate(real, 'book');
    await claimBook(real, 'REAL');
  });
  const all = [desk, paper, real];
  return {
    desk,
    paper,
    real,
    close: async () => void (await Promise.all(all.map((knex) => knex.destroy()))),
  };
}

function realVariable({ databaseUrl, realDatabaseUrl }: SharedConfig): string {
  if (realDatabaseUrl) return 'REAL_DATABASE_URL';
  return databaseUrl ? 'DATABASE_URL' : 'DATA_DIR';
}

/** The same config without a pooler in between: several transactions at once are open for long. */
export function unpooled<C extends SharedConfig>(config: C): C {
  return { ...config, databaseUrl: config.directDatabaseUrl };
}

export function addressesOf({
  databaseUrl,
  realDatabaseUrl,
  dataDir,
}: Pick<SharedConfig, 'databaseUrl' | 'realDatabaseUrl' | 'dataDir'>): Addresses {
  return {
    desk: addressOf(databaseUrl, dataDir, 'desk'),
    paper: addressOf(databaseUrl, dataDir, 'paper'),
    real: addressOf(realDatabaseUrl ?? databaseUrl, dataDir, 'real'),
  };
}

function addressOf(url: string | null, dataDir: string, name: string): DatabaseAddress {
  return url ? { url, schema: name } : { file: path.join(dataDir, `${name}.sqlite`) };
}

/** The schema of the jobs when the desk's database is a Postgres. */
export const DESK_SCHEMA = 'desk';
