import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlLeases } from '../../server/adapters/database/desk/sql-leases.ts';
import { LEASE_MS } from '../../server/ports/leases.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';

const SYNC = { lane: 'sync-orders', username: 'ada', name: 'ada TRADIER_SANDBOX VA1' };

describe.each(databases())('leases on %s', (_name, open) => {
  let database: TestDatabase;
  let now = 1_000_000;
  let one: SqlLeases;
  let other: SqlLeases;

  beforeEach(async () => {
    database = await open('book');
    one = new SqlLeases(database.knex, 'one', () => now);
    other = new SqlLeases(database.another(), 'other', () => now);
  });
  afterEach(() => database.close());

  it('are held by one server at a time, however many ask at once', async () => {
    const asked = Array.from({ length: 10 }, (_, n) => (n % 2 ? one : other).take(SYNC));
    const taken = await Promise.all(asked);
    expect(
      new Set(
        [taken.filter((_, n) => n % 2), taken.filter((_, n) => n % 2 === 0)].map((each) => each[0]),
      ).size,
    ).toBe(2);
    const [holder, waits] = taken[1] ? [one, other] : [other, one];
    expect([...(await waits.heldByOthers('sync-orders'))]).toEqual([SYNC.name]);
    expect([...(await holder.heldByOthers('sync-orders'))]).toEqual([]);
    expect([...(await waits.users('sync-orders'))]).toEqual(['ada']);
    await waits.release(SYNC);
    expect(await waits.take(SYNC)).toBe(false);
    expect(await waits.take({ ...SYNC, lane: 'watch-exits' })).toBe(true);
    await holder.release(SYNC);
    expect(await waits.take(SYNC)).toBe(true);
  });

  it('of a killed server expire, and renewed ones do not', async () => {
    expect(await one.take(SYNC)).toBe(true);
    now += LEASE_MS - 1;
    expect(await one.take(SYNC)).toBe(true);
    now += LEASE_MS - 1;
    expect(await other.take(SYNC)).toBe(false);
    now += 1;
    expect([...(await other.users('sync-orders'))]).toEqual([]);
    expect(await other.take(SYNC)).toBe(true);
    expect(await one.take(SYNC)).toBe(false);
  });
});
