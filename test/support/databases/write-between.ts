import { vi } from 'vitest';
import type { FreshBook } from './fresh-book.ts';

interface Client {
  _query: (this: unknown, connection: unknown, query: { sql: string }) => Promise<unknown>;
}

/** Runs `write` once, right after the first statement that matches and before what follows it. */
export function writeAfter(
  { knex }: Pick<FreshBook, 'knex'>,
  statement: RegExp,
  write: () => Promise<unknown>,
): void {
  // A transaction has its own client, with the same prototype.
  const prototype = Object.getPrototypeOf(knex.client) as Client;
  const { _query: query } = prototype;
  let due = true;
  vi.spyOn(prototype, '_query').mockImplementation(async function (this: unknown, ...asked) {
    const answer = await query.apply(this, asked);
    if (due && statement.test(asked[1].sql)) {
      due = false;
      await write();
    }
    return answer;
  });
}
