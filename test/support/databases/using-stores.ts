import fc from 'fast-check';
import { afterEach } from 'vitest';
import { PARTS } from '../../../server/adapters/database/backup/kept-table.ts';
import { fillWithAnything } from '../values/any-rows.ts';
import { backupStores, type BackupStores } from './backup-stores.ts';
import { openSqlite } from './databases.ts';

/** Opens stores that are removed after their test. */
export function usingStores() {
  const stores: BackupStores[] = [];
  const close = async () => {
    for (const each of stores.splice(0)) await each.close();
  };
  afterEach(close);

  async function made(open = openSqlite): Promise<BackupStores> {
    const all = await backupStores(open);
    stores.push(all);
    return all;
  }

  /** A desk on SQLite with arbitrary rows in every table. */
  async function filled(g: fc.GeneratorValue): Promise<BackupStores> {
    const all = await made();
    for (const part of PARTS) await fillWithAnything(all.parts[part].knex, part, g);
    return all;
  }

  return { made, filled, close, someDesk: () => filled(fc.sample(fc.gen(), 1)[0]!) };
}
