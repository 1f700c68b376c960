import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlApiTokens } from '../../server/adapters/database/desk/sql-api-tokens.ts';
import { SqlSessions } from '../../server/adapters/database/desk/sql-sessions.ts';
import { migrate } from '../../server/adapters/database/sql/migrate.ts';
import type { BookReader } from '../../server/ports/book.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

/** More ids than a database binds to one statement: SQLite takes 32,766, Postgres 65,535. */
const MANY = Array.from({ length: 70_000 }, (_, at) => `id-${at}`);

const READS: Record<string, (reader: BookReader) => Promise<unknown>> = {
  tradesById: (reader) => reader.tradesById(MANY),
  allOrdersOf: (reader) => reader.allOrdersOf(MANY),
  ordersAt: (reader) => reader.ordersAt(MANY.map((id) => ({ id, version: 1 }))),
  ordersTagged: (reader) => reader.ordersTagged(MANY),
  pricesBefore: (reader) => reader.pricesBefore(MANY, NOON),
  firstStops: (reader) => reader.firstStops(MANY),
  alertsById: (reader) => reader.alertsById(MANY),
};

describe.each(databases())('a book on %s, asked for more than a statement binds', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada'], open)));
  afterEach(() => fresh.close());

  it.each(Object.entries(READS))('answers %s', async (_name, read) => {
    await read(fresh.book.read('ada'));
  });

  it('finds an alert among them', async () => {
    const alert = await fresh.book.change('ada', (book) =>
      book.raise(
        { kind: 'JOB_FAILED', severity: 'WARNING', message: 'It failed', tradeId: null },
        NOON,
      ),
    );
    const found = await fresh.book.read('ada').alertsById([...MANY, alert!.id]);
    expect(found.map(({ id }) => id)).toEqual([alert!.id]);
  });
});

describe.each(databases())('open sockets, more than a statement binds, on %s', (_, open) => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await open();
    await migrate(db.knex, 'desk');
  });
  afterEach(() => db.close());

  it('are checked for ended sessions and tokens', async () => {
    expect(await new SqlSessions(db.knex).standing(MANY, NOON)).toEqual(new Set());
    expect(await new SqlApiTokens(db.knex).standing(MANY, NOON)).toEqual(new Set());
  });
});
