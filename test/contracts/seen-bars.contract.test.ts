import { describe, expect, it } from 'vitest';
import { SqlSeenBars } from '../../server/adapters/database/strategies/sql-seen-bars.ts';
import { dec } from '../../server/domain/decimal.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';

describe.each(databases())('bars that were seen, on %s,', (_, open) => {
  it('are kept exactly, once a source', async () => {
    const db = await open('desk');
    const store = new SqlSeenBars(db.knex);
    const key = { source: 'TRADIER_LIVE', symbol: 'SPY', interval: 'ONE_MINUTE' } as const;
    const bar = { at: NOON, open: dec('1.10'), high: dec('1e-9'), low: dec(1), close: dec(2) };
    const span = { from: NOON, whole: false, bars: [{ ...bar, volume: null }] };
    await store.put(key, [span]);
    await store.put(key, [{ ...span, whole: true }]);
    const later = new Date(NOON.getTime() + 1);
    expect(await store.of(key, NOON, later)).toEqual([{ ...span, whole: true }]);
    expect(await store.of({ ...key, source: 'SIMULATED' }, NOON, later)).toEqual([]);
    await db.close();
  });
});
