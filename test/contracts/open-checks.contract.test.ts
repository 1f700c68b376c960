import { expect, it, vi } from 'vitest';
import { databases } from '../support/databases/databases.ts';
import { freshBook } from '../support/databases/fresh-book.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

// For so few rows Postgres may choose any plan, so only SQLite is tested.
it.each(databases().filter(([name]) => name === 'SQLite'))(
  'the comparisons that do not hold are found by an index of them alone, on %s',
  async (_, open) => {
    const fresh = await freshBook(['ada'], open);
    const seen = watchStatements(fresh);
    await fresh.book.tripRecords({ today: '2026-03-10', now: NOON });
    const { sql, bindings } = seen.find((each) => /invariant_checks/.test(each.sql))!;
    vi.restoreAllMocks();
    const plan: unknown = await fresh.knex.raw(`EXPLAIN QUERY PLAN ${sql}`, [
      ...(bindings as string[]),
    ]);
    expect(JSON.stringify(plan)).toContain('checks_open');
    await fresh.close();
  },
);
