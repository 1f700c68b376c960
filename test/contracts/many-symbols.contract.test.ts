import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlDataSets } from '../../server/adapters/database/strategies/sql-data-sets.ts';
import { StagedPut } from '../../server/adapters/database/strategies/staged-put.ts';
import type { ChangedSeries } from '../../server/ports/data-sets.ts';
import { LEASE_MS } from '../../server/ports/leases.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { setOf, spy } from '../support/values/data-sets.ts';

const COUNT = 520;
/** The number of symbols whose chunks are read as well. */
const FEW = 4;

describe.each(databases())('a set of many symbols on %s', (_, open) => {
  let db: TestDatabase;
  let now = 1_000_000;
  let store: SqlDataSets;
  beforeEach(async () => {
    db = await open('desk');
    store = new SqlDataSets(db.knex, () => now);
  });
  afterEach(() => db.close());

  /** Series of all symbols, or with `every` 2, of every second symbol. */
  const seriesOf = (name: string, every = 1) =>
    Array.from({ length: COUNT / every }, (_, n): ChangedSeries => {
      const one = spy([`${name}-${n * every}`]);
      return { ...one, series: { ...one.series, symbol: symbolOf(n * every), hash: name } };
    });
  const symbolOf = (n: number) => `S${String(n).padStart(4, '0')}`;
  const put = (version: number, changed: readonly ChangedSeries[], by = db.knex) =>
    new StagedPut(by, setOf(version, changed[0]!), changed, () => now).execute();
  const seen = async () => {
    const set = (await store.byName('ada', 'days'))!;
    const series = await store.series(set);
    expect(series.map(({ symbol }) => symbol)).toEqual(
      Array.from({ length: COUNT }, (_, n) => symbolOf(n)),
    );
    const stored = await store.columns(set, series.slice(-FEW));
    const bodies = stored.flatMap(({ chunks }) => chunks);
    return [...series.map(({ hash }) => hash), ...bodies];
  };
  const names = Array.from({ length: COUNT }, (_, n) => (n % 2 === 0 ? 'new' : 'old'));
  const mixed = [...names, ...names.map((name, n) => `${name}-${n}`).slice(-FEW)];

  it('is replaced by a few small statements, whatever it holds, and read whole in pages', async () => {
    await put(1, seriesOf('old'));
    const statements: string[] = [];
    db.knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    expect(await put(2, seriesOf('new', 2))).toBe(true);
    const written = statements.findLastIndex((sql) => /^insert/i.test(sql));
    // The store commits the chunks, then shows them.
    const shown = statements
      .slice(written + 2)
      .map((sql) => sql.replaceAll(/[`"]/g, '').slice(0, 18));
    expect(shown.filter((sql) => !/^(begin|commit|set)/i.test(sql))).toEqual([
      ...['update data_stages', 'update data_sets s'],
    ]);
    expect(await seen()).toEqual(mixed);
    expect(await db.knex('data_series')).toHaveLength(COUNT * 1.5);
    now += LEASE_MS + 1;
    await store.clear();
    expect(await seen()).toEqual(mixed);
    expect(await db.knex('data_series')).toHaveLength(COUNT);
    expect(await db.knex('data_chunks')).toHaveLength(COUNT);
    expect(await db.knex('data_stages')).toEqual([]);
  });

  it('shows nothing of an import that dies, and forgets its series', async () => {
    await put(1, seriesOf('old'));
    const before = await seen();
    await expect(
      put(2, [...seriesOf('new', 2), { ...seriesOf('late')[1]!, kept: 9 }]),
    ).rejects.toThrow('More chunks');
    expect(await seen()).toEqual(before);
    expect((await db.knex('data_series')).length).toBeGreaterThan(COUNT);
    now += LEASE_MS + 1;
    await store.clear();
    expect(await seen()).toEqual(before);
    expect(await db.knex('data_series')).toHaveLength(COUNT);
    expect(await put(2, seriesOf('new', 2))).toBe(true);
    expect(await seen()).toEqual(mixed);
  });
});
