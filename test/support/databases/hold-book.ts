import path from 'node:path';
import { openDatabase } from '../../../server/adapters/database/sql/open-database.ts';
import { actingFor } from '../../../server/adapters/database/sql/dialect.ts';
import type { ServerOptions } from '../servers/server-process.ts';

/**
 * Holds a book's database as a slow transaction would: no other connection can write its accounts until the
 * returned function is called.
 */
export async function holdBook(
  { dataDir, env }: ServerOptions,
  book: 'paper' | 'real',
): Promise<() => Promise<void>> {
  const url = (typeof env === 'function' ? env() : env)?.DIRECT_DATABASE_URL;
  const knex = openDatabase(
    url ? { url, schema: book } : { file: path.join(dataDir!, `${book}.sqlite`) },
  );
  const trx = await actingFor(knex, 'owner').transaction();
  await (url
    ? trx.raw('LOCK TABLE accounts, trades IN ACCESS EXCLUSIVE MODE')
    : trx('accounts').update({ username: knex.ref('username') }));
  return async () => {
    await trx.rollback();
    await knex.destroy();
  };
}
