import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/adapters/database/sql/open-database.ts';
import { SqlBook } from '../../server/adapters/database/book/sql-book.ts';
import { RecordingFeed } from '../support/fakes/recording-feed.ts';
import { SeqIds } from '../support/fakes/seq-ids.ts';
import { serverDatabases, type ServerDatabase } from '../support/servers/server-databases.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { Trader } from '../support/servers/trader.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

function realBook({ options }: ServerDatabase, server: ServerProcess): SqlBook<'REAL'> {
  const { DATABASE_URL } = (options.env ?? {}) as Record<string, string>;
  const knex = DATABASE_URL
    ? openDatabase({ url: DATABASE_URL, schema: 'real' })
    : openDatabase({ file: path.join(server.dataDir, 'real.sqlite') });
  cleanups.push(() => knex.destroy());
  return new SqlBook(knex, 'REAL', { feed: new RecordingFeed(), ids: new SeqIds('e') });
}

describe.each(serverDatabases())('an arming on %s', (_, makeDatabase) => {
  it('ends with the start of another server, also while REAL is off, and the log says so', async () => {
    const database = await makeDatabase();
    cleanups.push(() => database.remove());
    const { env, dataDir } = database.options;
    const options = { ...(dataDir && { dataDir }), env: { ...env, ALLOW_SIGN_UP: 'always' } };
    const server = await ServerProcess.start(options);
    cleanups.push(() => server.close());
    const ada = await Trader.signUp(server, 'ada');
    const book = realBook(database, server);
    const now = new Date();
    const until = new Date(now.getTime() + 3_600_000);
    const accounts = [{ venue: 'TRADIER_LIVE', account: '6YA12345' }] as const;
    await book.change('ada', (change) => change.arm({ id: 'a1', accounts, armedAt: now, until }));
    const other = await ServerProcess.start(options);
    cleanups.push(() => other.close());
    expect(await book.read('ada').arming()).toBeNull();
    const { auditLog } = await ada.ask<{ auditLog: { nodes: { action: string }[] } }>(
      '{ auditLog(mode: REAL, first: 5) { nodes { action actor } } }',
    );
    expect(auditLog.nodes[0]).toEqual({ action: 'REAL_DISARMED', actor: 'desk' });
  });
});
