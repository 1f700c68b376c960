import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { migratedSqlite } from './migrated-sqlite.ts';

/** A server's databases, and the tables of each. */
export const PARTS = { desk: 'desk', paper: 'book', real: 'book' } as const;

/** Writes the data files that a server's first start leaves: migrating them takes a quarter of that start. */
export async function writeTables(dataDir: string): Promise<void> {
  for (const [name, tables] of Object.entries(PARTS))
    writeFileSync(path.join(dataDir, `${name}.sqlite`), (await migratedSqlite(tables)).bytes);
}
