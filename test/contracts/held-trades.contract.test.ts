import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isPostgres } from '../../server/adapters/database/sql/dialect.ts';
import { machineTimers } from '../../server/adapters/system/machine-timers.ts';
import type { Held, Trade } from '../../server/domain/trade/trade.ts';
import { SecondLook } from '../../server/usecases/marks/second-look.ts';
import { TakeBookends } from '../../server/usecases/marks/take-bookends.ts';
import type { BookDeps } from '../../server/usecases/steps/book-deps.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements, type Statement } from '../support/databases/statements.ts';
import { FakeClock, NOON } from '../support/fakes/fake-clock.ts';
import { aMark, anOpenTrade, keep } from '../support/values/builders.ts';

const MINUTE_MS = 60_000;
const before = (minutes: number) => new Date(NOON.getTime() - minutes * MINUTE_MS);

/** How many minutes ago a trade was opened and closed; null for never. */
const drawn = fc.record({
  username: fc.constantFrom('ada', 'bob'),
  opened: fc.option(fc.integer({ min: 30, max: 90 }), { nil: null }),
  closed: fc.option(fc.integer({ min: 0, max: 29 }), { nil: null }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

describe.each(databases())('trades that were held, on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  const store = async (all: readonly Drawn[]): Promise<readonly Trade[]> => {
    const trades = all.map(({ username, opened, closed }, at) =>
      tradeOf(`paper_t${at}`, username, { opened, closed }),
    );
    for (const trade of trades)
      await fresh.book.change(trade.username, (book) => keep(book, null, trade));
    return trades;
  };

  it('are those that are open or were closed since, each as it is, however often they are read', async () => {
    const [all = []] = fc.sample(fc.array(drawn, { minLength: 40, maxLength: 40 }), {
      ...{ numRuns: 1, seed: 7 },
    });
    const trades = await store(all);
    for (const since of [0, 10, 10, 20, 60].map(before)) {
      const held = trades.filter(
        ({ openedAt, closedAt }) => openedAt && (!closedAt || closedAt > since),
      );
      const found = await fresh.book.heldSince(since);
      expect(idsOf(found)).toEqual(idsOf(held));
      for (const each of found)
        expect(trades.find(({ id }) => id === each.id)).toMatchObject({ ...each });
    }
  });

  it('are read by an index of ends, whatever was closed long ago', async () => {
    await store([{ username: 'ada', opened: 60, closed: 5 }]);
    const seen = watchStatements(fresh);
    await fresh.book.heldSince(before(10));
    const [ended] = seen.filter(({ sql }) => /closed_at. ?> |closed_at > /.test(sql));
    if (!ended) throw new Error('No statement asks for those that have ended');
    vi.restoreAllMocks();
    const plan = await planOf(fresh, ended);
    expect(plan).not.toMatch(/scan trades|seq scan on trades/i);
  });

  it('cost the watch of bookends no read while none can be due', async () => {
    await store([{ username: 'ada', opened: 60, closed: null }]);
    const clock = new FakeClock(NOON);
    const deps = { book: fresh.book, clock, timers: machineTimers } as unknown as BookDeps;
    const bookends = new TakeBookends(deps, new SecondLook(deps));
    await bookends.execute();
    clock.advance(30_000);
    const reads = vi.spyOn(fresh.book, 'heldSince');
    await bookends.execute();
    expect(reads).not.toHaveBeenCalled();
    expect(await fresh.book.lastTick('bookends')).toEqual(clock.now());
  });
});

function tradeOf(
  id: string,
  username: string,
  { opened, closed }: Pick<Drawn, 'opened' | 'closed'>,
): Trade {
  const placed = { id, username, placedAt: before(100), mark: aMark() };
  if (opened === null && closed === null)
    return anOpenTrade({ ...placed, phase: 'PENDING', status: 'PENDING', openedAt: null });
  const openedAt = opened === null ? null : before(opened);
  if (closed === null) return anOpenTrade({ ...placed, openedAt });
  const status = openedAt ? 'SL_HIT' : 'CANCELED';
  return anOpenTrade({ ...placed, openedAt, closedAt: before(closed), phase: 'CLOSED', status });
}

function idsOf(all: readonly Pick<Held, 'id'>[]): readonly string[] {
  return all.map(({ id }) => id).sort();
}

/** The plan of a statement. Postgres scans a small table whole unless that is forbidden. */
function planOf({ knex }: FreshBook, { sql, bindings }: Statement): Promise<string> {
  return knex.transaction(async (trx) => {
    if (isPostgres(knex)) await trx.raw('SET LOCAL enable_seqscan TO off');
    const explain = isPostgres(knex) ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
    const asked = sql.replaceAll(/\$\d+/g, '?');
    return JSON.stringify(await trx.raw(`${explain} ${asked}`, [...(bindings as string[])]));
  });
}
