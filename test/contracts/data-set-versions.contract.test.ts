import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlDataSets } from '../../server/adapters/database/strategies/sql-data-sets.ts';
import type { ChangedSeries, DataSet } from '../../server/ports/data-sets.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

describe.each(databases())('a data set on %s', (_, open) => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await open('desk');
  });
  afterEach(() => db.close());

  const series = (symbol: string, hash: string): ChangedSeries => ({
    series: {
      ...{ symbol, kind: 'bars', interval: 'ONE_DAY', rows: 2, from: NOON, to: NOON },
      ...{ missing: 0, hash },
    },
    ...{ chunks: [`${hash}-0`, `${hash}-1`], kept: 0 },
  });
  const read = ({ series, chunks }: ChangedSeries) => ({ series, chunks });
  const set = (version: number): DataSet => ({
    ...{ id: 'd1', username: 'ada', name: 'days', version, rows: 2, hash: 'h' },
    createdAt: NOON,
  });

  it('is replaced series by series, only at the version that was read', async () => {
    const store = new SqlDataSets(db.knex);
    const [spy, qqq, newer] = [series('SPY', 'a'), series('QQQ', 'b'), series('SPY', 'c')];
    expect(await store.put(set(1), [spy, qqq])).toBe(true);
    expect(await store.put({ ...set(1), id: 'd2' }, [spy])).toBe(false);
    expect(await store.put(set(2), [newer])).toBe(true);
    expect(await store.put(set(2), [spy])).toBe(false);
    const found = (await store.byName('ada', 'days'))!;
    const there = await store.series(found);
    expect(there.map(({ symbol, hash }) => [symbol, hash])).toEqual([
      ['QQQ', 'b'],
      ['SPY', 'c'],
    ]);
    expect(await store.columns(found, there)).toEqual([qqq, newer].map(read));
    expect(await store.byName('bob', 'days')).toBeNull();
    expect(await store.remove('bob', 'd1')).toBe(false);
    expect(await store.remove('ada', 'd1')).toBe(true);
    expect(await store.of('ada')).toEqual([]);
  });
});
