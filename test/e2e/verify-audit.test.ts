import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/adapters/database/sql/open-database.ts';
import { serverDatabases, type ServerDatabase } from '../support/servers/server-databases.ts';
import { builtProgram, ServerProcess } from '../support/servers/server-process.ts';
import { Trader } from '../support/servers/trader.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** Runs the command like the operator, while the server runs. */
function verify(
  env: Readonly<Record<string, string>>,
  heads: readonly string[] = [],
): Promise<{ code: number | null; said: string }> {
  const args = heads.flatMap((head) => ['--head', head]);
  const child = spawn(process.execPath, [builtProgram('cli/verify-audit'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

function paperBook({ options }: ServerDatabase, server: ServerProcess) {
  const { DATABASE_URL } = (options.env ?? {}) as Record<string, string>;
  const knex = DATABASE_URL
    ? openDatabase({ url: DATABASE_URL, schema: 'paper' })
    : openDatabase({ file: path.join(server.dataDir, 'paper.sqlite') });
  cleanups.push(() => knex.destroy());
  return knex;
}

describe.each(serverDatabases())('verify-audit on %s', (_, makeDatabase) => {
  it('passes an unchanged log, and names the row that was altered, removed or moved', async () => {
    const database = await makeDatabase();
    cleanups.push(() => database.remove());
    const { env, dataDir } = database.options;
    const server = await ServerProcess.start({
      ...(dataDir && { dataDir }),
      env: { ...env, ALLOW_SIGN_UP: 'always' },
    });
    cleanups.push(() => server.close());
    for (const name of ['ada', 'bob']) {
      const trader = await Trader.signUp(server, name);
      await trader.place(await trader.ticket({ quantity: '1' }));
    }
    const where = { ...(env as Record<string, string>), DATA_DIR: server.dataDir };
    const whole = await verify(where);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.said).toMatch(/^PAPER ada: \d+ events, unbroken, up to [0-9a-f]{64}$/m);
    expect(whole.said).toMatch(/^PAPER bob: /m);

    const heads = [...whole.said.matchAll(/^PAPER (\w+): .* up to ([0-9a-f]{64})$/gm)].map(
      ([, name, hash]) => `PAPER:${name}:${hash}`,
    );
    expect(heads).toHaveLength(2);
    const kept = await verify(where, heads);
    expect(kept).toMatchObject({ code: 0 });
    expect(kept.said.match(/is contained$/gm)).toHaveLength(2);
    const other = heads[0]!.replace(/.{4}$/, (end) => (end === 'aaaa' ? 'bbbb' : 'aaaa'));
    const missing = await verify(where, [...heads, other]);
    expect(missing).toMatchObject({ code: 1 });
    const [, , lost = ''] = other.split(':');
    expect(missing.said).toContain(`PAPER ada: head ${lost} is MISSING from the log`);
    const malformed = await verify(where, ['PAPER:ada']);
    expect(malformed).toMatchObject({ code: 2 });
    expect(malformed.said).toMatch(/^--head PAPER:ada: a head is BOOK:USER:HASH/);

    const knex = paperBook(database, server);
    await knex('events')
      .where({ username: 'ada', sequence: 2 })
      .update({ message: 'Nothing happened.' });
    await knex('events').where({ username: 'bob', sequence: 3 }).delete();
    const broken = await verify(where);
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.said).toMatch(/^PAPER ada: event 2 ALTERED$/m);
    expect(broken.said).toMatch(/^PAPER bob: event 3 MISSING$/m);
  });
});
