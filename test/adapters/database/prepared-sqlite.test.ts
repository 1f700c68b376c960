import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../server/adapters/database/sql/open-database.ts';
import { scratchFolder } from '../../support/databases/scratch-folder.ts';

interface Connection {
  prepare(sql: string, done: (error: Error | null) => void): { finalize(): void };
}

interface Pool {
  acquireConnection(): Promise<Connection>;
  releaseConnection(connection: Connection): Promise<void>;
}

describe('a database in a file', () => {
  let folder: string;
  let knex: Knex;
  let prepared: string[];
  let ended: string[];

  beforeEach(async () => {
    folder = scratchFolder('prepared');
    knex = openDatabase({ file: path.join(folder, 'test.sqlite') });
    await knex.raw('CREATE TABLE fills (id INTEGER PRIMARY KEY, price TEXT)');
    [prepared, ended] = [[], []];
    const pool = knex.client as Pool;
    const connection = await pool.acquireConnection();
    const prepare = connection.prepare.bind(connection);
    vi.spyOn(connection, 'prepare').mockImplementation((sql, done) => {
      prepared.push(sql);
      const statement = prepare(sql, done);
      const finalize = statement.finalize.bind(statement);
      statement.finalize = () => {
        ended.push(sql);
        finalize();
      };
      return statement;
    });
    await pool.releaseConnection(connection);
  });
  afterEach(async () => {
    await knex.destroy();
    rmSync(folder, { recursive: true });
  });

  const add = (id: number, on = knex) => on('fills').insert({ id, price: `${id}.10` });
  const prices = (ids: readonly number[], on = knex) =>
    on('fills').whereIn('id', ids).orderBy('id').pluck('price');

  it('prepares a statement once, within and without a transaction', async () => {
    await add(1);
    await knex.transaction(async (trx) => {
      await add(2, trx);
      expect(await prices([1], trx)).toEqual(['1.10']);
    });
    await knex.transaction((trx) => add(3, trx));
    expect(await prices([2])).toEqual(['2.10']);
    expect(await knex('fills').where({ id: 3 }).update({ price: '9' })).toBe(1);
    expect(await knex('fills').where({ id: 3 }).update({ price: '8' })).toBe(1);
    expect(await knex('fills').where({ id: 4 }).update({ price: '8' })).toBe(0);
    expect(prepared).toHaveLength(new Set(prepared).size);
    expect(prepared).toHaveLength(5);
    expect(ended).toEqual([]);
  });

  it('answers each of several that run at once', async () => {
    await Promise.all([1, 2, 3].map((id) => add(id)));
    await knex.transaction(async (trx) => {
      const asked = [[1], [2], [3], [4]].map((ids) => prices(ids, trx));
      expect(await Promise.all(asked)).toEqual([['1.10'], ['2.10'], ['3.10'], []]);
      const changed = [1, 9, 2].map((id) => trx('fills').where({ id }).update({ price: '7' }));
      expect(await Promise.all(changed)).toEqual([1, 0, 1]);
    });
    expect(prepared.length - ended.length).toBe(new Set(prepared).size);
  });

  it('goes on after a statement that failed, and keeps it no longer', async () => {
    await add(1);
    await add(2);
    await expect(Promise.all([add(1), add(2), add(3)])).rejects.toThrow(/UNIQUE/);
    await expect(
      knex.transaction((trx) => Promise.all([add(1, trx), add(2, trx)])),
    ).rejects.toThrow(/UNIQUE/);
    const inserts = (all: readonly string[]) => all.filter((sql) => sql.startsWith('insert'));
    expect(inserts(ended)).toEqual(inserts(prepared));
    await add(4);
    await knex.raw('CREATE TABLE marks (id INTEGER)');
    expect(await prices([1, 2, 4])).toEqual(['1.10', '2.10', '4.10']);
    expect(inserts(prepared)).toHaveLength(inserts(ended).length + 1);
  });

  it('says what is wrong with a statement to whoever asks it', async () => {
    const wrong = () => knex('fills').select('nothing');
    await expect(wrong()).rejects.toThrow(/no such column/);
    await knex.transaction(async (trx) => {
      const asked = [1, 2].map(() => trx('fills').select('nothing'));
      const answers = await Promise.allSettled(asked);
      expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    });
  });

  it('sees a table that has changed', async () => {
    await add(1);
    const all = () => knex('fills').select();
    expect(await all()).toEqual([{ id: 1, price: '1.10' }]);
    await knex.raw("ALTER TABLE fills ADD COLUMN fee TEXT DEFAULT '0.65'");
    expect(await all()).toEqual([{ id: 1, price: '1.10', fee: '0.65' }]);
    await knex.raw('DROP TABLE fills');
    await expect(all()).rejects.toThrow(/no such table/);
  });

  it('holds no transaction open with a statement that returns a row', async () => {
    await knex.transaction(async (trx) => {
      for (const id of [1, 2]) {
        const added = await trx('fills').insert({ id, price: '1' }).returning('id');
        expect(added).toEqual([{ id }]);
      }
      await trx.raw('DELETE FROM fills WHERE id = ? RETURNING id', [1]);
      expect(await trx('fills').where({ id: 3 }).del().returning('id')).toBe(0);
    });
    expect(prepared.filter((sql) => sql.startsWith('insert'))).toHaveLength(1);
    await knex.raw('VACUUM');
    expect(await prices([1, 2])).toEqual(['1']);
  });

  it('closes its file, whatever it keeps', async () => {
    await add(1);
    await prices([1]);
    expect(readdirSync(folder)).toContain('test.sqlite-wal');
    await knex.destroy();
    expect(ended).toEqual(prepared);
    expect(readdirSync(folder)).toEqual(['test.sqlite']);
  });

  it('keeps 256 statements, those that it used last, and none that is large', async () => {
    await add(1);
    const select = (n: number) => knex.raw('SELECT ? AS n -- '.padEnd(20 + n, '.'), [n]);
    for (let n = 0; n < 300; n += 1) {
      await select(n);
      await prices([1]);
    }
    const before = prepared.length;
    await prices([1]);
    expect(before).toBe(302);
    for (let n = 299; n >= 50; n -= 1) await select(n);
    expect(prepared).toHaveLength(before);
    expect(prepared.length - ended.length).toBe(256);
    await knex('fills').where({ price: 'x'.repeat(5_000) });
    await select(5_000);
    expect(prepared).toHaveLength(before);
  });
});
