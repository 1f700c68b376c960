import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Knex } from 'knex';
import { rawRows } from '../../../server/adapters/database/sql/dialect.ts';
import { migrate } from '../../../server/adapters/database/sql/migrate.ts';
import { openDatabase } from '../../../server/adapters/database/sql/open-database.ts';
import { scratchFolder } from './scratch-folder.ts';

export type Tables = 'book' | 'desk';

/** What a file holds with these tables as `migrate` leaves them. */
export interface Migrated {
  /** Migrating takes many times as long as writing them. */
  readonly bytes: Buffer;
  /** The statements that leave the same rows in a file of these tables. */
  readonly anew: string;
}

const migrated = new Map<Tables, Promise<Migrated>>();

export function migratedSqlite(tables: Tables): Promise<Migrated> {
  const made = migrated.get(tables) ?? migratedFile(tables);
  migrated.set(tables, made);
  return made;
}

async function migratedFile(tables: Tables): Promise<Migrated> {
  const dir = scratchFolder('migrated');
  const file = path.join(dir, 'migrated.sqlite');
  const knex = openDatabase({ file });
  await migrate(knex, tables);
  const anew = await rowsAnew(knex);
  await knex.destroy();
  const bytes = readFileSync(file);
  rmSync(dir, { recursive: true });
  return { bytes, anew };
}

async function rowsAnew(knex: Knex): Promise<string> {
  const tables = await rawRows<{ name: string }>(
    knex,
    // The last is SQLite's own, of the numbers that it gives to rows.
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'applied_migrations'
     ORDER BY name = 'sqlite_sequence'`,
    [],
  );
  const statements: string[] = [];
  for (const { name } of tables) {
    statements.push(knex(name).delete().toQuery());
    const rows = (await knex(name).select()) as object[];
    if (rows.length > 0) statements.push(knex(name).insert(rows).toQuery());
  }
  const inside = ['BEGIN', ...statements, 'COMMIT'];
  return ['PRAGMA foreign_keys=OFF', ...inside, 'PRAGMA foreign_keys=ON'].join(';\n');
}
