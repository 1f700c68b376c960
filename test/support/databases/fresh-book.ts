import type { Knex } from 'knex';
import { claimBook } from '../../../server/adapters/database/book/claim-book.ts';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import type { TradingMode } from '../../../server/domain/mode.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { NOON } from '../fakes/fake-clock.ts';
import { openSqlite, type OpenTestDatabase } from './databases.ts';
import { RecordingFeed } from '../fakes/recording-feed.ts';
import { SeqIds } from '../fakes/seq-ids.ts';

export interface FreshBook {
  readonly book: SqlBook;
  readonly feed: RecordingFeed;
  readonly knex: Knex;
  /** The same book, opened by another process; its ids start with `b`. */
  another(): { readonly book: SqlBook; readonly knex: Knex; readonly feed: RecordingFeed };
  close(): Promise<void>;
}

/** An empty book with accounts of 100,000 dollars for these users. */
export async function freshBook(
  users: readonly string[] = ['ada'],
  open: OpenTestDatabase = openSqlite,
  mode: TradingMode = 'PAPER',
): Promise<FreshBook> {
  const db = await open('book');
  await claimBook(db.knex, mode);
  const feed = new RecordingFeed();
  const book = new SqlBook(db.knex, mode, { feed, ids: new SeqIds() });
  for (const username of users) await book.openAccount(username, dec(100_000), NOON);
  feed.wakes.length = 0;
  return {
    book,
    feed,
    knex: db.knex,
    another: () => {
      const knex = db.another();
      const other = new RecordingFeed();
      const ids = new SeqIds('b');
      return { knex, feed: other, book: new SqlBook(knex, mode, { feed: other, ids }) };
    },
    close: () => db.close(),
  };
}
