import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isPostgres } from '../../server/adapters/database/sql/dialect.ts';
import { aClosedTrade, keep } from '../support/values/builders.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements, type Statement } from '../support/databases/statements.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

const minute = (at: number) => new Date(NOON.getTime() + at * 60_000);

describe.each(databases())('the newest results, on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  /** Stores a closed trade; with proceeds of 150, its cost, it has no gain and no loss. */
  const close = (username: string, id: string, proceeds: string, at: number) =>
    fresh.book.change(username, async (book) => {
      await keep(book, null, {
        ...aClosedTrade(proceeds, '0', { id: `paper_${id}`, closedAt: minute(at) }),
        username,
      });
    });

  async function planOf({ sql, bindings }: Statement): Promise<string> {
    const { knex } = fresh;
    if (!isPostgres(knex))
      return JSON.stringify(
        await knex.raw(`EXPLAIN QUERY PLAN ${sql}`, [...(bindings as string[])]),
      );
    // Otherwise Postgres scans such a small table whole.
    return knex.transaction(async (trx) => {
      await trx.raw('SET LOCAL enable_seqscan = off');
      await trx.raw('SET LOCAL enable_bitmapscan = off');
      const asked = sql.replace(/\$\d+/g, '?');
      return JSON.stringify(await trx.raw(`EXPLAIN ${asked}`, [...(bindings as string[])]));
    });
  }

  it('are the user’s own, of trades with a fill, the last to close first', async () => {
    await close('ada', 'early', '140', 1);
    await close('ada', 'late', '170', 3);
    await close('ada', 'twin', '150', 3);
    await close('bob', 'other', '170', 4);
    const reader = fresh.book.read('ada');
    const results = await reader.lastResults(9);
    expect(results).toEqual([
      { closedAt: minute(3), sign: 0 },
      { closedAt: minute(3), sign: 1 },
      { closedAt: minute(1), sign: -1 },
    ]);
    await fresh.knex('trades').where({ id: 'paper_late' }).update({ net_sign: null });
    expect(await reader.lastResults(1)).toEqual(results.slice(0, 1));
    expect(await reader.lastResults(9)).toHaveLength(2);
  });

  it('are read at the end of an index, so many and no more', async () => {
    await close('ada', 'one', '140', 1);
    const seen = watchStatements(fresh);
    await fresh.book.read('ada').lastResults(3);
    const [asked] = seen.filter(({ sql }) => /net_sign/.test(sql));
    vi.restoreAllMocks();
    const plan = await planOf(asked!);
    expect(plan).toMatch(/trades_results/);
    expect(plan).not.toMatch(/sort|TEMP B-TREE/i);
    expect(asked!.bindings).toContain(3);
  });

  it('cost nothing when no limit asks for them', async () => {
    const reader = fresh.book.read('ada');
    const seen = watchStatements(fresh);
    expect(await reader.lastResults(0)).toEqual([]);
    expect(seen).toEqual([]);
  });
});
