import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { DatabaseAddress } from '../../../server/adapters/database/sql/open-database.ts';
import type { Env } from './live-server.ts';

/** A new and empty place where a server keeps its data. */
export interface LiveHome {
  /** The environment that names the place to the server. */
  readonly env: Env;
  readonly desk: DatabaseAddress;
  /** The PAPER book. */
  readonly book: DatabaseAddress;
  remove(): Promise<void>;
}

export type MakeHome = () => Promise<LiveHome>;

/** Makes files on the machine's disk, as a server has them: it waits for the disk at each commit. */
export async function sqliteHome(): Promise<LiveHome> {
  const dataDir = newFolder();
  return {
    env: { DATA_DIR: dataDir },
    desk: { file: path.join(dataDir, 'desk.sqlite') },
    book: { file: path.join(dataDir, 'paper.sqlite') },
    remove: async () => removeFolder(dataDir),
  };
}

/** Makes homes that are databases of their own in this Postgres. */
export function postgresHome(server: string): MakeHome {
  return async () => {
    const dataDir = newFolder();
    const name = `live_${randomUUID().replaceAll('-', '')}`;
    const run = async (sql: string) => {
      const admin = new pg.Client({ connectionString: server });
      await admin.connect();
      await admin.query(sql).finally(() => admin.end());
    };
    await run(`CREATE DATABASE ${name}`);
    const own = new URL(server);
    own.pathname = `/${name}`;
    const url = own.href;
    return {
      env: { DATA_DIR: dataDir, DATABASE_URL: url },
      desk: { url, schema: 'desk' },
      book: { url, schema: 'paper' },
      remove: async () => {
        removeFolder(dataDir);
        await run(`DROP DATABASE ${name} WITH (FORCE)`);
      },
    };
  };
}

function newFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'twinbook-live-'));
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
