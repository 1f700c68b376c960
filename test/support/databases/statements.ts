import pg from 'pg';
import { vi } from 'vitest';
import { isPostgres } from '../../../server/adapters/database/sql/dialect.ts';
import type { FreshBook } from './fresh-book.ts';

export interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** Records every statement that the book's database gets from now on. */
export function watchStatements({ knex }: Pick<FreshBook, 'knex'>): Statement[] {
  const seen: Statement[] = [];
  if (!isPostgres(knex)) {
    knex.on('query', ({ sql, bindings }: Statement) =>
      seen.push({ sql, bindings: bindings ?? [] }),
    );
    return seen;
  }
  // On Postgres each user has a client of their own, which the book's knex does not see.
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  vi.spyOn(prototype, 'query').mockImplementation(function (this: unknown, ...args) {
    const [asked] = args as [string | { text: string; values?: unknown[] }];
    const { text, values } = typeof asked === 'string' ? { text: asked, values: [] } : asked;
    seen.push({ sql: text, bindings: values ?? [] });
    return query.apply(this, args);
  });
  return seen;
}
