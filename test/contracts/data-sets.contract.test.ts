import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlDataSets } from '../../server/adapters/database/strategies/sql-data-sets.ts';
import { StagedPut } from '../../server/adapters/database/strategies/staged-put.ts';
import type { ChangedSeries } from '../../server/ports/data-sets.ts';
import { LEASE_MS } from '../../server/ports/leases.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { LONG, many, setOf, spy } from '../support/values/data-sets.ts';

describe.each(databases())('an import on %s', (_, open) => {
  let db: TestDatabase;
  let now = 1_000_000;
  let store: SqlDataSets;
  beforeEach(async () => {
    db = await open('desk');
    store = new SqlDataSets(db.knex, () => now);
  });
  afterEach(() => db.close());

  const put = (version: number, changed: ChangedSeries, by = store) =>
    by.put(setOf(version, changed), [changed]);
  /** The version and chunks that a reader sees. */
  const seen = async () => {
    const set = await store.byName('ada', 'days');
    const [stored] = set ? await store.columns(set, await store.series(set)) : [];
    return { version: set?.version, chunks: stored?.chunks };
  };
  const parts = () =>
    db.knex('data_chunks').orderBy('part').select<{ part: number; body: string }[]>('part', 'body');
  const clearAll = async () => {
    now += LEASE_MS + 1;
    await store.clear();
    expect(await db.knex('data_stages')).toEqual([]);
  };

  it('that adds rows leaves the chunks before them as they are', async () => {
    await put(1, spy(['a', 'b', 'c']));
    expect(await put(2, spy(['a', 'b', 'd', 'e'], 2))).toBe(true);
    expect(await seen()).toEqual({ version: 2, chunks: ['a', 'b', 'd', 'e'] });
    const kept = (await parts()).map(({ part, body }) => `${part} ${body}`);
    expect(kept).toEqual(['0 a', '1 b', '3 d', '4 e']);
    expect(await db.knex('data_stages')).toEqual([]);
    await put(3, spy(['a', 'b', 'd', 'e'], 4));
    expect(await parts()).toHaveLength(4);
  });

  it('that changes all shows the new at once, and the old ones are deleted later', async () => {
    const [old, fresh] = [many('old', 20), many('new', 30)];
    await put(1, spy(old));
    await put(2, spy(fresh));
    expect(await seen()).toEqual({ version: 2, chunks: fresh });
    expect(await parts()).toHaveLength(50);
    await clearAll();
    expect(await parts()).toHaveLength(30);
    expect(await seen()).toEqual({ version: 2, chunks: fresh });
  });

  /** Puts three long chunks by a server that dies when it asks for the time once more, or as it shows them. */
  const killed = (version: number, dies: number | 'switch', id: string) => {
    const die = (): never => {
      throw new Error('killed');
    };
    let asked = 0;
    const clock = () => ((asked += 1) === dies ? die() : now);
    const changed = spy(many('new', 3, LONG));
    const whole = { ...setOf(version, changed, id) };
    // A new set is written once more, before its chunks.
    let left = version === 1 ? 2 : 1;
    const hash = () => ((left -= 1) === 0 ? die() : 'hash');
    if (dies === 'switch') Object.defineProperty(whole, 'hash', { get: hash });
    return new SqlDataSets(db.another(), clock).put(whole, [changed]);
  };

  it.each([1, 2, 4, 'switch'] as const)(
    'killed at step %s changes nothing, holds nobody up, and is cleared later',
    async (dies) => {
      const old = many('old', 12);
      await expect(killed(1, dies, 'dead')).rejects.toThrow('killed');
      expect(await store.of('ada')).toEqual([]);
      expect(await put(1, spy(old))).toBe(true);
      await expect(killed(2, dies, 'd1')).rejects.toThrow('killed');
      expect(await seen()).toEqual({ version: 1, chunks: old });
      // A writer that may still be alive is left alone.
      const there = (await parts()).length;
      await store.clear();
      expect(await parts()).toHaveLength(there);
      expect(await put(2, spy([...old, 'more'], 12))).toBe(true);
      await clearAll();
      expect(await seen()).toEqual({ version: 2, chunks: [...old, 'more'] });
      expect(await parts()).toHaveLength(13);
      expect(await db.knex('data_series')).toHaveLength(1);
      expect(await db.knex('data_sets').pluck('id')).toEqual(['d1']);
    },
  );

  it('whose lease was taken stores nothing', async () => {
    await put(1, spy(['a']));
    let asked = 0;
    let cleared: Promise<void> | undefined;
    const late = new SqlDataSets(db.knex, () => {
      asked += 1;
      // The writer is frozen for long, while another server clears.
      if (asked === 3) cleared = new SqlDataSets(db.knex, () => now + LEASE_MS + 1).clear();
      return now;
    });
    expect(await put(2, spy(many('new', 60, LONG)), late)).toBe(false);
    await cleared;
    await clearAll();
    expect(await seen()).toEqual({ version: 1, chunks: ['a'] });
    expect(await parts()).toHaveLength(1);
  });

  it('whose lease was taken before it was shown stores nothing', async () => {
    const changed = spy(many('new', 3, LONG));
    let begun = 0;
    // One transaction takes the numbers, three write chunks, the fifth shows them.
    const transaction = async (work: (trx: Knex.Transaction) => Promise<unknown>) => {
      if ((begun += 1) === 5) await db.knex('data_stages').update({ holder: 'another' });
      return db.knex.transaction(work);
    };
    const knex = new Proxy(db.knex, {
      get: (real, name) =>
        (name === 'transaction' ? transaction : Reflect.get(real, name)) as unknown,
    });
    expect(await new StagedPut(knex, setOf(1, changed), [changed], () => now).execute()).toBe(
      false,
    );
    expect([begun, await store.of('ada')]).toEqual([5, []]);
  });

  it('lets a stranger’s question be answered between its chunks', async () => {
    let steps = 0;
    let answeredAt: number | null = null;
    let asking: Promise<void> | undefined;
    const busy = new SqlDataSets(db.knex, () => {
      steps += 1;
      if (steps === 2)
        asking = store.of('bob').then(() => {
          answeredAt = steps;
        });
      return now;
    });
    const chunks = many('long', 40, LONG);
    expect(await put(1, spy(chunks), busy)).toBe(true);
    await asking;
    expect(steps).toBe(41);
    expect(answeredAt).toBeLessThan(30);
    // Short chunks are written many at a time, but not all at once.
    steps = 10;
    await put(2, spy(many('short', 250)), busy);
    expect(steps).toBe(16);
  });

  it('is not disturbed by a server that clears, and disturbs none', async () => {
    await put(1, spy(many('old', 20)));
    await put(2, spy(many('middle', 20)));
    let steps = 0;
    let clearing: Promise<void> | undefined;
    const busy = new SqlDataSets(db.knex, () => {
      if ((steps += 1) === 8) clearing = store.clear();
      return now;
    });
    const chunks = many('long', 60, LONG);
    expect(await put(3, spy(chunks), busy)).toBe(true);
    await clearing;
    expect(await seen()).toEqual({ version: 3, chunks });
    await clearAll();
    expect(await parts()).toHaveLength(60);
  });

  it('is not disturbed by a server that began to clear before it', async () => {
    await put(1, spy(many('old', 600)));
    await put(2, spy(many('middle', 20)));
    let asked = 0;
    let putting: Promise<boolean> | undefined;
    const chunks = many('long', 60, LONG);
    const clearing = new SqlDataSets(db.knex, () => {
      // By now the clearing server has read who else writes.
      if ((asked += 1) === 4) putting = put(3, spy(chunks));
      return now;
    });
    await clearing.clear();
    expect(await putting).toBe(true);
    expect((await parts()).filter(({ body }) => body.length === LONG)).toHaveLength(60);
    expect(await seen()).toEqual({ version: 3, chunks });
  });

  it('is one of two at once, whole, into a new set and into one that is there', async () => {
    for (const version of [1, 2]) {
      const [one, two] = ['one', 'two'].map((name) => many(`${name}${version}`, 6, LONG));
      const other = new SqlDataSets(db.another(), () => now);
      const id = version === 1 ? 'd2' : (await store.byName('ada', 'days'))!.id;
      const first = version === 1 ? 'd1' : id;
      const stored = await Promise.all([
        store.put(setOf(version, spy(one!), first), [spy(one!)]),
        other.put(setOf(version, spy(two!), id), [spy(two!)]),
      ]);
      expect(stored.filter(Boolean)).toHaveLength(1);
      const chunks = stored[0] ? one : two;
      expect(await seen()).toEqual({ version, chunks });
      await clearAll();
      expect(await parts()).toHaveLength(6);
      expect(await seen()).toEqual({ version, chunks });
    }
  });

  it('is read old or new, never a mixture, while it is shown and cleared', async () => {
    await put(1, spy(many('v1', 400)));
    let over = false;
    const writing = (async () => {
      for (const version of [2, 3, 4]) {
        await put(version, spy(many(`v${version}`, 400)));
        await store.clear();
      }
      over = true;
    })();
    const reads = new Set<string>();
    while (!over) {
      const { chunks } = await seen();
      const names = new Set(chunks!.map((chunk) => chunk.split('-')[0]));
      reads.add(`${chunks!.length} of ${[...names].join()}`);
    }
    await writing;
    for (const read of reads) expect(read).toMatch(/^400 of v[1-4]$/);
  });

  it('into a set that is deleted meanwhile stores nothing, and the name is free at once', async () => {
    await put(1, spy(['a', 'b']));
    let steps = 0;
    let removed: Promise<boolean> | undefined;
    const busy = new SqlDataSets(db.knex, () => {
      if ((steps += 1) === 3) removed = store.remove('ada', 'd1');
      return now;
    });
    expect(await put(2, spy(many('new', 60, LONG)), busy)).toBe(false);
    expect(await removed).toBe(true);
    // The writer stops before its end.
    expect(steps).toBeLessThan(50);
    expect(await store.of('ada')).toEqual([]);
    expect(await store.columns(setOf(1, spy(['a'])), [spy(['a']).series])).toMatchObject([
      { chunks: [] },
    ]);
    expect(await store.put(setOf(1, spy(['c']), 'd2'), [spy(['c'])])).toBe(true);
    await clearAll();
    expect(await seen()).toEqual({ version: 1, chunks: ['c'] });
    expect(await parts()).toHaveLength(1);
    expect(await db.knex('data_sets').pluck('id')).toEqual(['d2']);
  });
});
