import { randomUUID } from 'node:crypto';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import type { FreshBook } from '../databases/fresh-book.ts';

/** Opens the same book as a new process does: without anything remembered from reads and writes. */
export function bookAnew({ knex, book, feed }: FreshBook): SqlBook {
  return new SqlBook(knex, book.mode, { feed, ids: { next: randomUUID } });
}
