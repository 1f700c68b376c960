import { copyFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/adapters/database/sql/open-database.ts';
import { scratchFolder } from '../support/databases/scratch-folder.ts';
import { serverDatabases, type ServerDatabase } from '../support/servers/server-databases.ts';
import { runTool } from '../support/servers/run-tool.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { newKey, Trader } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';

const PATIENCE_MS = 240_000;
const ORATS_TOKEN = 'orats-token-of-ada-Qy72';
const PASSWORD = 'long enough';
const SIGN_IN = 'mutation($p: String!) { signIn(username: "ada", password: $p) { token } }';

interface Event {
  readonly sequence: number;
  readonly hash: string;
}

interface Backup {
  readonly id: string;
  readonly file: string;
  readonly stateHash: string;
  readonly paperHash: string;
}

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function backUp(trader: Trader): Promise<Backup> {
  const { createBackup } = await trader.ask<{ createBackup: Backup }>(
    'mutation { createBackup { id file stateHash paperHash } }',
  );
  return createBackup;
}

/** A stopped server on SQLite with its backup; its ADMIN, ada, has traded and stored a credential. */
async function tradedDesk() {
  const server = await ServerProcess.start();
  const ada = new Trader(server, await server.api.signUp('ada', PASSWORD));
  await ada.ask('mutation($i: UpdateSettingsInput!) { updateSettings(input: $i) { version } }', {
    i: { expectedVersion: 1, oratsToken: ORATS_TOKEN },
  });
  const { id } = await ada.place(await ada.ticket());
  await until('an open trade', async () => (await ada.trade(id)).status === 'OPEN');
  await ada.ask('mutation($i: CloseTradeInput!) { closeTrade(input: $i) { id } }', {
    i: { id, idempotencyKey: newKey(), expectedVersion: (await ada.trade(id)).version },
  });
  await until('a closed trade', async () => (await ada.trade(id)).phase === 'CLOSED');
  const backup = await backUp(ada);
  const trade = await ada.trade(id);
  await server.stop();
  return { server, backup, trade };
}

/** The server that all tests read; the last test alters its stored data. */
let traded: Awaited<ReturnType<typeof tradedDesk>>;
beforeAll(async () => void (traded = await tradedDesk()), PATIENCE_MS);
afterAll(() => traded?.server.close());

async function emptyStore(make?: () => Promise<ServerDatabase>) {
  const database = await make?.();
  const dataDir = database?.options.dataDir ?? scratchFolder('restored');
  if (database) cleanups.push(() => database.remove());
  const env = (database?.options.env ?? {}) as Record<string, string>;
  return { dataDir, env, where: { ...env, DATA_DIR: dataDir } };
}

/** Starts a server on a restored store, signs ada in and makes its next backup. */
async function goOn({ dataDir, env }: Awaited<ReturnType<typeof emptyStore>>) {
  const server = await ServerProcess.start({ dataDir, env });
  cleanups.push(() => server.close());
  const { signIn } = await server.graphql<{ signIn: { token: string } }>(SIGN_IN, {
    p: PASSWORD,
  });
  const ada = new Trader(server, signIn.token);
  const backup = await backUp(ada);
  return { server, ada, backup };
}

/** Checks that a replay on the restored store gives the same hash as on the original. */
async function checkReplays(dataDir: string, there: Readonly<Record<string, string>>) {
  const ever = ['2000-01-01T00:00:00Z', '2999-01-01T00:00:00Z'];
  const last = async (where: Readonly<Record<string, string>>) => {
    const { code, said } = await runTool('replay', ever, where);
    expect(code, said).toBe(0);
    return said.trimEnd().split('\n').at(-1);
  };
  const here = await last({ DATA_DIR: dataDir });
  expect(here).toMatch(/^events [1-9]\d* recorded ([0-9a-f]{64}) replayed \1$/);
  expect(await last(there)).toBe(here);
  expect(await runTool('replay', ['today'], there)).toMatchObject({
    ...{ code: 1, said: expect.stringMatching(/^Say which span to replay/) as string },
  });
}

describe.each(serverDatabases('NONE'))('a backup restored on %s by npm run restore', (_, make) => {
  it(
    'is served again with the same state hash, and back on SQLite too',
    async () => {
      const { server, backup, trade } = traded;
      const there = await emptyStore(make);
      const restored = await runTool('restore', [backup.file], there.where);
      expect(restored).toMatchObject({ code: 0 });
      expect(restored.said).toContain(`State hash of the whole backup: ${backup.stateHash}`);
      expect(restored.said).toMatch(/^paper: \d+ rows, state hash [0-9a-f]{64}$/m);
      expect(restored.said).toContain('does not open it: oratsToken of ada');
      expect(restored.said).not.toContain(ORATS_TOKEN);
      await checkReplays(server.dataDir, there.where);

      const next = await goOn(there);
      expect(await next.ada.trade(trade.id)).toEqual(trade);
      expect(next.backup.stateHash).toBe(backup.stateHash);
      const audit = await runTool('verify-audit', ['--backup', backup.file], there.where);
      expect(audit).toMatchObject({ code: 0 });
      expect(audit.said).toContain(`PAPER: 1 of 1 logs contain what ${backup.file} knows`);
      await next.server.stop();

      const back = await emptyStore();
      expect(await runTool('restore', [next.backup.file], back.where)).toMatchObject({ code: 0 });
      expect((await goOn(back)).backup.stateHash).toBe(backup.stateHash);
    },
    PATIENCE_MS,
  );

  it(
    'fills empty stores only, refuses a cut file, and restores PAPER apart',
    async () => {
      const { backup } = traded;
      const there = await emptyStore(make);
      const cut = path.join(scratchFolder('cut'), 'cut.gz');
      copyFileSync(backup.file, cut);
      truncateSync(cut, statSync(cut).size - 9);
      const refused = await runTool('restore', [cut], there.where);
      expect(refused).toEqual({
        code: 1,
        said: 'The file is cut off: its end is missing. Nothing was restored.\n',
      });
      expect(await runTool('restore', ['/no/such/file'], there.where)).toMatchObject({
        code: 1,
        said: 'There is no file /no/such/file.\n',
      });
      expect(await runTool('restore', [backup.file, 'all'], there.where)).toMatchObject({
        code: 1,
        said: 'Say what to restore: npm run restore -- FILE [desk|paper|real]\n',
      });

      const paper = await runTool('restore', [backup.file, 'paper'], there.where);
      expect(paper).toMatchObject({ code: 0 });
      expect(paper.said.match(/^paper: \d+ rows, state hash (\w+)$/m)?.[1]).toBe(backup.paperHash);
      expect(paper.said).not.toMatch(/^(desk|real):/m);
      const again = await runTool('restore', [backup.file], there.where);
      expect(again).toMatchObject({ code: 1 });
      expect(again.said).toMatch(/^The paper store is not empty/);
      // No other part was restored either, so each can still be restored.
      expect(await runTool('restore', [backup.file, 'desk'], there.where)).toMatchObject({
        code: 0,
      });
      expect(await runTool('restore', [backup.file, 'real'], there.where)).toMatchObject({
        code: 0,
      });
      expect((await goOn(there)).backup.stateHash).toBe(backup.stateHash);
    },
    PATIENCE_MS,
  );
});

it(
  'verify-audit finds by a backup that a log was cut off, which is unbroken in itself',
  async () => {
    const { server, backup } = traded;
    const where = { DATA_DIR: server.dataDir };
    const knex = openDatabase({ file: path.join(server.dataDir, 'paper.sqlite') });
    const events = knex('events').where({ username: 'ada' });
    const [last, before] = (await events.clone().orderBy('sequence', 'desc').limit(2)) as Event[];
    if (!last || !before) throw new Error('The log is too short');
    await events.clone().where({ sequence: last.sequence }).delete();
    await knex('accounts')
      .where({ username: 'ada' })
      .update({ sequence: before.sequence, hash: before.hash });
    await knex.destroy();
    expect(await runTool('verify-audit', [], where)).toMatchObject({ code: 0 });
    const found = await runTool('verify-audit', ['--backup', backup.file], where);
    expect(found).toMatchObject({ code: 1 });
    expect(found.said).toContain(
      `PAPER ada: event ${last.sequence} ${last.hash} is MISSING from the log`,
    );
    expect(found.said).toContain(`PAPER: 0 of 1 logs contain what ${backup.file} knows`);
  },
  PATIENCE_MS,
);
