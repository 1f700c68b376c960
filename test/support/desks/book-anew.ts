import { randomUUID } from 'node:crypto';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import type { FreshBook } from '../databases/fresh-book.ts';

/** The same book as a new process opens it: it remembers nothing of what was read or written. */
export function bookAnew({ knex, book, feed }: FreshBook): SqlBook {
  return new SqlBook(knex, book.mode, { feed, ids: { next: randomUUID } });
}
