import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimBook, WrongBook } from '../../server/adapters/database/book/claim-book.ts';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { migrate, NewerDatabase } from '../../server/adapters/database/sql/migrate.ts';
import { BOOK_MIGRATIONS } from '../../migrations/book/index.ts';
import { DESK_MIGRATIONS } from '../../migrations/desk/index.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';

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

  it('let a database be one book only', async () => {
    await migrate(db.knex, 'book');
    await claimBook(db.knex, 'PAPER');
    await claimBook(db.another(), 'PAPER');
    await expect(claimBook(db.knex, 'REAL')).rejects.toThrow(WrongBook);
  });
});
