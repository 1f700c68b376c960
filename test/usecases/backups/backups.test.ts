import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { DiskBackups } from '../../../server/adapters/database/backup/disk-backups.ts';
import { SqlBackupList } from '../../../server/adapters/database/backup/sql-backup-list.ts';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import type { User } from '../../../server/domain/account/user.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { BackupFiles } from '../../../server/ports/backups.ts';
import { BackupAlerts } from '../../../server/usecases/backups/backup-alerts.ts';
import { DailyBackup } from '../../../server/usecases/backups/daily-backup.ts';
import { KEPT, MakeBackup } from '../../../server/usecases/backups/make-backup.ts';
import type { BackupStores } from '../../support/databases/backup-stores.ts';
import { databases } from '../../support/databases/databases.ts';
import { usingStores } from '../../support/databases/using-stores.ts';
import { FakeClock, NOON } from '../../support/fakes/fake-clock.ts';
import { RecordingFeed } from '../../support/fakes/recording-feed.ts';
import { SeqIds } from '../../support/fakes/seq-ids.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';

const DAY_MS = 24 * 3600 * 1000;

const { made } = usingStores();

/** A desk with an admin, root, and a user, ada; each of its servers has its own folder. */
async function desk(all: BackupStores) {
  const clock = new FakeClock(NOON);
  const ids = new SeqIds();
  const log = new SilentLog();
  const bookOf = (part: 'paper' | 'real', mode: 'PAPER' | 'REAL') =>
    new SqlBook(all.parts[part].knex, mode, { feed: new RecordingFeed(), ids });
  const books = [bookOf('paper', 'PAPER'), bookOf('real', 'REAL')] as const;
  for (const book of books)
    for (const name of ['ada', 'root']) await book.openAccount(name, dec(1_000), NOON);
  const [paper, real] = [all.parts.paper.knex, all.parts.real.knex];
  const list = new SqlBackupList(all.parts.desk.knex);
  const people = { count: 2 };
  const users = {
    count: async () => people.count,
    withRole: async () => [{ username: 'root' }, { username: 'no-account' }] as User[],
  };
  const server = (folder: string) => {
    const { addresses } = all;
    const places = { folder: path.join(all.folder, folder), books: { PAPER: paper, REAL: real } };
    const files = new DiskBackups({ ...places, addresses, program: 'test' });
    const alerts = new BackupAlerts(books, users, clock);
    const deps = { files, list, alerts, ids, clock, log };
    const make = new MakeBackup(deps);
    return { deps, make, daily: new DailyBackup(deps, make, users) };
  };
  const alertsOf = async (username: string) => {
    const pages = books.map((book) => book.read(username).alerts(true, { first: 10, after: null }));
    return (await Promise.all(pages)).flatMap(({ items }) =>
      items.map(({ item: { mode, kind, severity, message, resolvedAt } }) => {
        return { mode, kind, severity, message, stands: resolvedAt === null };
      }),
    );
  };
  return { clock, list, people, server, alertsOf, log };
}

describe.each(databases())('the daily backup on %s', (_, open) => {
  it('is made once a day over all servers, and rehearsed', async () => {
    const { server, list, clock } = await desk(await made(open));
    const [one, two] = [server('one'), server('two')];
    for (const { daily } of [one, two, one]) await daily.execute();
    const [first, ...others] = await list.all();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ cause: 'DAILY', createdAt: NOON });
    expect(first!.rehearsal).toEqual({
      ...{ at: NOON, passed: true },
      finding: 'It was restored into an empty store, and its state hash is the same.',
    });
    expect(statSync(first!.file)).toMatchObject({ size: first!.sizeBytes, mode: 0o100600 });
    clock.advance(DAY_MS);
    await two.make.execute('ASKED');
    await two.daily.execute();
    const [second] = await list.all();
    expect(await list.all()).toHaveLength(3);
    expect(second).toMatchObject({ cause: 'DAILY', stateHash: first!.stateHash });
    expect(path.dirname(second!.file)).not.toBe(path.dirname(first!.file));
  });

  it('is not made while nobody has signed up', async () => {
    const { server, list, people } = await desk(await made(open));
    people.count = 0;
    await server('one').daily.execute();
    expect(await list.all()).toEqual([]);
  });

  it('that cannot be restored alerts the admins of both books, until one can', async () => {
    const { server, list, alertsOf, clock } = await desk(await made(open));
    const { make, daily } = server('one');
    await daily.execute();
    const { file, sizeBytes } = await make.execute('ASKED');
    truncateSync(file, sizeBytes - 20);
    for (const run of [1, 2]) expect(await daily.execute(), `run ${run}`).toBeUndefined();
    const [asked] = await list.all();
    expect(asked).toMatchObject({ cause: 'ASKED', rehearsal: { passed: false } });
    expect(asked!.rehearsal!.finding).toMatch(/is cut off/);
    const told = await alertsOf('root');
    expect(told.map(({ mode, kind, severity }) => [mode, kind, severity])).toEqual([
      ['PAPER', 'BACKUP_FAILED', 'CRITICAL'],
      ['REAL', 'BACKUP_FAILED', 'CRITICAL'],
    ]);
    expect(told[0]!.message).toMatch(/^The backup of 2026-.* UTC cannot be restored\. .*cut off/);
    expect(await alertsOf('ada')).toEqual([]);
    clock.advance(DAY_MS);
    await daily.execute();
    expect((await alertsOf('root')).filter(({ stands }) => stands)).toEqual([]);
  });

  it('that cannot be written fails the job and alerts the admins, until one is written', async () => {
    const all = await made(open);
    writeFileSync(path.join(all.folder, 'file'), '');
    const { server, list, alertsOf } = await desk(all);
    const broken = server('file/below');
    for (const again of [1, 2])
      await expect(broken.daily.execute(), String(again)).rejects.toThrow('ENOTDIR');
    expect(await list.all()).toEqual([]);
    const told = await alertsOf('root');
    expect(told.map(({ mode, severity }) => [mode, severity])).toEqual([
      ['PAPER', 'CRITICAL'],
      ['REAL', 'CRITICAL'],
    ]);
    expect(told[0]!.message).toMatch(/^The desk could not be backed up/);
    await server('one').make.execute('ASKED');
    expect((await alertsOf('root')).filter(({ stands }) => stands)).toEqual([]);
  });

  it('finds a log that was cut or rewritten since the last one', async () => {
    const all = await made(open);
    const { server, alertsOf, clock } = await desk(all);
    const { daily } = server('one');
    await daily.execute();
    const { knex } = all.parts.paper;
    const last = await knex('events').where({ username: 'ada' }).max('sequence as sequence');
    await knex('events')
      .where({ username: 'ada', ...last[0] })
      .update({ hash: 'f'.repeat(64) });
    clock.advance(DAY_MS);
    await daily.execute();
    const told = await alertsOf('root');
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({ severity: 'CRITICAL', stands: true });
    expect(told[0]!.message).toMatch(/^One log has not the last event/);
  });
});

describe('a rehearsal', () => {
  it('that fails by no fault of the file is alerted, and tried again', async () => {
    const all = await made();
    const { server, list, alertsOf } = await desk(all);
    const { make, daily } = server('one');
    await make.execute('DAILY');
    const [last] = await list.all();
    const scratch = vi.spyOn(DiskBackups.prototype, 'rehearse').mockImplementation(async () => {
      throw new Error('No space left on the device');
    });
    await expect(daily.execute()).rejects.toThrow('No space left');
    scratch.mockRestore();
    expect(await list.all()).toEqual([last]);
    expect((await alertsOf('root')).map(({ severity }) => severity)).toEqual([
      'CRITICAL',
      'CRITICAL',
    ]);
    await daily.execute();
    expect((await list.all())[0]!.rehearsal).toMatchObject({ passed: true });
    expect((await alertsOf('root')).filter(({ stands }) => stands)).toEqual([]);
  });
});

describe('of the backups', () => {
  it('the last 14 of each cause are kept, and the last that was proven', async () => {
    const all = await made();
    const { server, list, clock } = await desk(all);
    const { make } = server('one');
    const proven = await make.execute('DAILY');
    await list.rehearsed(proven.id, { at: NOON, passed: true, finding: 'It passed.' });
    const ids: string[] = [];
    for (let day = 0; day < KEPT + 2; day += 1) {
      clock.advance(DAY_MS);
      ids.unshift((await make.execute('DAILY')).id);
    }
    const asked = await make.execute('ASKED');
    const kept = await list.all();
    expect(kept.map(({ id }) => id)).toEqual([asked.id, ...ids.slice(0, KEPT), proven.id]);
    const names = readdirSync(path.join(all.folder, 'one')).filter((name) => name !== 'place');
    expect(names.sort()).toEqual(kept.map(({ file }) => path.basename(file)).sort());
  });

  it('the folder has one name for all servers that share it, whoever is first', async () => {
    const all = await made();
    const { server } = await desk(all);
    const servers = Array.from({ length: 20 }, () => server('new').deps.files);
    const names = await Promise.all(
      servers.map(async (files, turns) => {
        for (let turn = 0; turn < turns; turn += 1) await nextTurn();
        return files.place();
      }),
    );
    expect(new Set(names).size).toBe(1);
    expect(names[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(readdirSync(path.join(all.folder, 'new'))).toEqual(['place']);
  });

  it('one is made at a time, and each that was asked for is made', async () => {
    const { server, list } = await desk(await made());
    const { deps } = server('one');
    let [writing, most] = [0, 0];
    const files: BackupFiles = {
      ...{ place: () => deps.files.place(), remove: (file) => deps.files.remove(file) },
      ...{ rehearse: (file) => deps.files.rehearse(file), lostHeads: async () => [] },
      write: async (id, createdAt) => {
        most = Math.max(most, (writing += 1));
        return deps.files.write(id, createdAt).finally(() => (writing -= 1));
      },
    };
    const make = new MakeBackup({ ...deps, files });
    await Promise.all([1, 2, 3].map(() => make.execute('ASKED')));
    expect(await list.all()).toHaveLength(3);
    expect(most).toBe(1);
  });
});
