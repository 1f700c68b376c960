import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actingFor, rawRows } from '../../server/adapters/database/sql/dialect.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements } from '../support/databases/statements.ts';

const postgres = databases()[1];

describe.skipIf(!postgres)('a statement outside a transaction, on Postgres', () => {
  let fresh: FreshBook;
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], postgres![1]);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  it('is sent together with its scope, also after one that failed', async () => {
    const ada = actingFor(fresh.knex, { username: 'ada' });
    await expect(ada.raw('SELECT 1 / 0')).rejects.toThrow(/division by zero/);
    const seen = watchStatements(fresh);
    expect(await ada('accounts').pluck('username')).toEqual(['ada']);
    expect(await fresh.knex('accounts').orderBy('username').pluck('username')).toEqual([
      'ada',
      'bob',
    ]);
    expect(seen).toHaveLength(2);
  });

  it('is undone as a whole when it fails', async () => {
    const ada = actingFor(fresh.knex, { username: 'ada' });
    const failing = rawRows(
      ada,
      'WITH moved AS (UPDATE accounts SET lock_count = 99 RETURNING 1) SELECT 1 / (count(*) - 1) FROM moved',
      [],
    );
    await expect(failing).rejects.toThrow(/division by zero/);
    expect(await ada('accounts').pluck('lock_count')).not.toEqual([99]);
  });
});
