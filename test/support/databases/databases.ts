import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import { actingFor } from '../../../server/adapters/database/sql/dialect.ts';
import {
  openDatabase,
  type DatabaseAddress,
} from '../../../server/adapters/database/sql/open-database.ts';
import { postgresUrl } from './postgres-url.ts';

/** An empty database of the test's own. `another` opens it once more, as a second process would. */
export interface TestDatabase {
  readonly knex: Knex;
  readonly address: DatabaseAddress;
  another(): Knex;
  close(): Promise<void>;
}

export type OpenTestDatabase = () => Promise<TestDatabase>;

/** For `describe.each`: both databases; only SQLite where no Postgres runs. */
export function databases(): [string, OpenTestDatabase][] {
  const url = postgresUrl();
  const sqlite: [string, OpenTestDatabase] = ['SQLite', openSqlite];
  return url === null ? [sqlite] : [sqlite, ['Postgres', () => openPostgres(url)]];
}

export async function openSqlite(): Promise<TestDatabase> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'twinbook-test-'));
  return opened({ file: path.join(dir, 'test.sqlite') }, async () =>
    rmSync(dir, { recursive: true, force: true }),
  );
}

async function openPostgres(url: string): Promise<TestDatabase> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  return opened({ url, schema }, async () => {
    const admin = openDatabase({ url, schema });
    await actingFor(admin, 'owner').raw('DROP SCHEMA IF EXISTS ?? CASCADE', [schema]);
    await admin.destroy();
  });
}

function opened(address: DatabaseAddress, remove: () => Promise<void>): TestDatabase {
  const all: Knex[] = [];
  const another = (): Knex => {
    const knex = openDatabase(address);
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
