import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PARTS } from '../../server/adapters/database/backup/kept-table.ts';
import { checkArchive } from '../../server/adapters/database/backup/read-archive.ts';
import { restoreParts } from '../../server/adapters/database/backup/restore-parts.ts';
import { StoreNotEmpty } from '../../server/adapters/database/backup/restore-part.ts';
import { SqlBook } from '../../server/adapters/database/book/sql-book.ts';
import { verifyBook } from '../../server/adapters/database/book/verify-book.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { BackupStores } from '../support/databases/backup-stores.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { RecordingFeed } from '../support/fakes/recording-feed.ts';
import { SeqIds } from '../support/fakes/seq-ids.ts';
import { usingStores } from '../support/databases/using-stores.ts';
import { writeOlder } from '../support/values/older-archive.ts';

const PATIENCE_MS = 120_000;
const FEW = { numRuns: 4 };

const { made, filled, close, someDesk } = usingStores();

describe.each(databases())('a backup restored on %s', (_, open) => {
  it(
    'keeps every value of every table, and one state hash there and back',
    () =>
      fc.assert(
        fc.asyncProperty(fc.gen(), async (g) => {
          const first = await filled(g);
          const there = await made(open);
          const back = await made();
          const { file, parts, stateHash } = await first.write();
          for (const part of PARTS) await there.restore(file, part);
          const second = await there.write();
          for (const part of PARTS) await back.restore(second.file, part);
          const third = await back.write();
          expect(second.parts).toEqual(parts);
          expect(third.parts).toEqual(parts);
          expect([second.stateHash, third.stateHash]).toEqual([stateHash, stateHash]);
          await close();
        }),
        FEW,
      ),
    PATIENCE_MS,
  );

  it('goes on with its logs and its numbers', async () => {
    const first = await made();
    const bookAt = (all: BackupStores, ids: string) =>
      new SqlBook(all.parts.paper.knex, 'PAPER', {
        feed: new RecordingFeed(),
        ids: new SeqIds(ids),
      });
    await bookAt(first, 'a').openAccount('ada', dec(100_000), NOON);
    const tokens = ['BONK', 'WIF'].map((mint) => ({ market: 'SOLANA', mint }));
    await first.parts.desk.knex('tokens').insert(tokens);
    const { file } = await first.write();
    const there = await made(open);
    await there.restore(file, 'desk');
    await there.restore(file, 'paper');
    await bookAt(there, 'b').change('ada', (change) =>
      change.raise(
        { kind: 'BACKUP_FAILED', severity: 'CRITICAL', message: 'It failed.', tradeId: null },
        NOON,
      ),
    );
    expect(await verifyBook(there.parts.paper.knex)).toEqual([
      expect.objectContaining({ username: 'ada', fault: null }),
    ]);
    await there.parts.desk.knex('tokens').insert({ market: 'SOLANA', mint: 'JUP' });
    expect(await there.parts.desk.knex('tokens').orderBy('id').pluck('id')).toEqual([1, 2, 3]);
  });

  it('fills an empty store only, and the parts apart', async () => {
    const { file, parts } = await (await someDesk()).write();
    const there = await made(open);
    await there.restore(file, 'real');
    expect(await there.parts.paper.knex('accounts')).toEqual([]);
    const [before] = (await there.write()).parts.slice(2);
    expect(before).toEqual(parts[2]);
    await expect(there.restore(file, 'real')).rejects.toThrow(StoreNotEmpty);
    expect((await there.write()).parts[2]).toEqual(before);
    await there.restore(file, 'paper');
    expect((await there.write()).parts.slice(1)).toEqual(parts.slice(1));
  });

  it('replaces what an idle server has written by itself', async () => {
    const { file, parts } = await (await someDesk()).write();
    const there = await made(open);
    await there.parts.paper.knex('job_ticks').insert({ job: 'take-snapshots', at: 5 });
    await there.parts.paper
      .knex('leases')
      .insert({ lane: 'x', name: 'y', username: 'ada', holder: 'me', until: 5 });
    await there.restore(file, 'paper');
    expect((await there.write()).parts[1]).toEqual(parts[1]);
  });

  it('fills all stores together, or none of them', async () => {
    const { file, parts } = await (await someDesk()).write();
    const there = await made(open);
    const all = async ({ parts: { desk, paper, real } }: BackupStores) => {
      const source = { file, ...(await checkArchive(file)) };
      const stores = { desk: desk.knex, paper: paper.knex, real: real.knex };
      return restoreParts(stores, PARTS, source, null);
    };
    await there.restore(file, 'real');
    await expect(all(there)).rejects.toThrow('The real store is not empty');
    expect(await there.parts.desk.knex('users')).toEqual([]);
    expect(await there.parts.paper.knex('accounts')).toEqual([]);
    const other = await made(open);
    expect([...(await all(other)).keys()].sort()).toEqual([...PARTS].sort());
    expect((await other.write()).parts).toEqual(parts);
  });

  it('leaves the store empty where the restore fails at its end', async () => {
    const { file } = await (await someDesk()).write();
    const there = await made(open);
    const { knex } = there.parts.paper;
    const full = async () => {
      throw new Error('The disk is full');
    };
    await expect(there.restore(file, 'paper', null, full)).rejects.toThrow('The disk is full');
    expect(await knex('accounts')).toEqual([]);
    expect(await knex('snapshots')).toEqual([]);
  });

  it('of an older program goes through the migrations since', async () => {
    const all = await made(open);
    const { file } = await (await someDesk()).write();
    const older = path.join(all.folder, 'older.gz');
    writeOlder(file, older);
    await all.restore(older, 'paper');
    const { knex } = all.parts.paper;
    expect(await knex('applied_migrations').pluck('name')).toContain('0028_waiting_orders');
    const trades = await knex<{ token_market: string | null }>('trades').select('token_market');
    expect(trades.length).toBeGreaterThan(0);
    expect(trades.every((trade) => trade.token_market === null)).toBe(true);
  });
});

describe.each(databases())('making a backup on %s', (_, open) => {
  it('does not change what it is of, nor what it shows', async () => {
    const source = await someDesk();
    const { file } = await source.write();
    const all = await made(open);
    for (const part of PARTS) await all.restore(file, part);
    const [one, two] = [await all.write(), await all.write()];
    expect(two.stateHash).toBe(one.stateHash);
    expect(gunzipSync(readFileSync(two.file))).toEqual(gunzipSync(readFileSync(one.file)));
  });

  it('sees each database as of one moment', async () => {
    const all = await made(open);
    const { file } = await (await someDesk()).write();
    await all.restore(file, 'paper');
    const { stateHash } = await all.write();
    const { knex } = all.parts.paper;
    const [id = ''] = await knex('trades').limit(1).pluck<string[]>('id');
    const writing = all.write();
    await knex('trades').where({ id }).update({ notes: 'Changed meanwhile.' });
    const during = await writing;
    const after = await all.write();
    expect(after.stateHash).not.toBe(stateHash);
    expect([stateHash, after.stateHash]).toContain(during.stateHash);
  });
});
