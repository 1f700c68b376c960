import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimBook, WrongBook } from '../../server/adapters/database/book/claim-book.ts';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { migrate, NewerDatabase } from '../../server/adapters/database/sql/migrate.ts';
import { SqlDataSets } from '../../server/adapters/database/strategies/sql-data-sets.ts';
import { BOOK_MIGRATIONS } from '../../migrations/book/index.ts';
import { DESK_MIGRATIONS } from '../../migrations/desk/index.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

describe.each(databases())('migrations on %s', (_, open) => {
  let db: TestDatabase;
  beforeEach(async () => void (db = await open()));
  afterEach(() => db.close());

  it('survive four processes that start at once, and a second start', async () => {
    const starters = [db.knex, db.another(), db.another(), db.another()];
    await Promise.all(starters.map((knex) => migrate(knex, 'book')));
    await migrate(db.knex, 'book');
    expect(await db.knex('applied_migrations').pluck('name')).toEqual(
      BOOK_MIGRATIONS.map((m) => m.name),
    );
  });

  it('leave nothing behind when one of them fails', async () => {
    await migrate(db.knex, 'desk');
    await db.knex('applied_migrations').delete();
    await expect(migrate(db.another(), 'desk')).rejects.toThrow(/exists/);
    expect(await db.knex('applied_migrations').pluck('name')).toEqual([]);
  });

  it('refuse a database of a newer program', async () => {
    await migrate(db.knex, 'book');
    await db.knex('applied_migrations').insert({ name: '9999_from_the_future' });
    await expect(migrate(db.knex, 'book')).rejects.toThrow(NewerDatabase);
  });

  it.each([
    ['desk', DESK_MIGRATIONS],
    ['book', BOOK_MIGRATIONS],
  ] as const)('of the %s go down and up again', async (which, list) => {
    await migrate(db.knex, which);
    const owner = actingFor(db.knex, 'owner');
    for (const migration of [...list].reverse()) await migration.down(owner);
    await db.knex('applied_migrations').delete();
    await migrate(db.knex, which);
    expect(await db.knex('applied_migrations').pluck('name')).toHaveLength(list.length);
  });

  it('bring data of an older program along, though a later migration was there first', async () => {
    await migrate(db.knex, 'desk');
    // The second needs the first.
    for (const name of ['0017_series_by_stage', '0014_staged_imports']) {
      await DESK_MIGRATIONS.find((each) => each.name === name)!.down(actingFor(db.knex, 'owner'));
      await db.knex('applied_migrations').where({ name }).delete();
    }
    const at = NOON.getTime();
    const set = { username: 'ada', name: 'days', version: 1, rows: 2, hash: 'h', created_at: at };
    await db.knex('data_sets').insert({ id: 'd1', ...set });
    const key = { set_id: 'd1', username: 'ada', symbol: 'SPY', kind: 'bars', interval: 'ONE_DAY' };
    const span = { first_at: at, last_at: at, rows: 3, missing: 0, hash: 'h' };
    await db.knex('data_series').insert({ ...key, ...span });
    for (const [part, body] of ['a', 'b', 'c'].entries())
      await db.knex('data_chunks').insert({ ...key, part, body });
    await migrate(db.knex, 'desk');
    const store = new SqlDataSets(db.knex);
    const chunks = async () => {
      const found = (await store.byName('ada', 'days'))!;
      return (await store.columns(found, await store.series(found))).map((each) => each.chunks);
    };
    expect(await chunks()).toEqual([['a', 'b', 'c']]);
    const before = (await store.byName('ada', 'days'))!;
    const [series] = await store.series(before);
    const changed = { series: series!, chunks: ['a', 'b', 'd'], kept: 2 };
    expect(await store.put({ ...before, version: 2 }, [changed])).toBe(true);
    expect(await chunks()).toEqual([['a', 'b', 'd']]);
  });

  it('let a database be one book only', async () => {
    await migrate(db.knex, 'book');
    await claimBook(db.knex, 'PAPER');
    await claimBook(db.another(), 'PAPER');
    await expect(claimBook(db.knex, 'REAL')).rejects.toThrow(WrongBook);
  });
});
