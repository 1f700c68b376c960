import { NO_CALIBRATION } from '../../support/fakes/fake-calibrations.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import { SqlApiTokens } from '../../../server/adapters/database/desk/sql-api-tokens.ts';
import { SqlSettings } from '../../../server/adapters/database/desk/sql-settings.ts';
import { SqlUsers } from '../../../server/adapters/database/desk/sql-users.ts';
import { LocalEventFeed } from '../../../server/adapters/events/local-event-feed.ts';
import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { UlidIds } from '../../../server/adapters/system/ulid-ids.ts';
import { composeStrategies, type Strategies } from '../../../server/compose/strategies.ts';
import { freshBook, type FreshBook } from '../../support/databases/fresh-book.ts';
import { databases, type TestDatabase } from '../../support/databases/databases.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';
import { until } from '../../support/values/until.ts';

const START = Date.parse('2026-03-02T14:30:00Z');
/** So many bars that a run is still under way when it has to stop. */
const BARS = 100_000;
const ADA = { username: 'ada', role: 'USER', demo: false } as const;

function* file(): Generator<Uint8Array> {
  yield Buffer.from('symbol,at,open,high,low,close\n');
  for (let n = 0; n < BARS; n += 1) {
    const price = (100 + 10 * Math.sin(n / 15)).toFixed(2);
    const at = new Date(START + n * 60_000).toISOString();
    yield Buffer.from(`SPY,${at},${price},${price},${price},${price}\n`);
  }
}

async function* pieces(): AsyncGenerator<Uint8Array> {
  yield* file();
}

/** The result of the same run on the other database, which was tested before. */
let elsewhere: string | null = null;

describe.each(databases())('a backtest at a restart on %s', (_, open) => {
  let db: TestDatabase;
  let fresh: FreshBook;
  const running: Strategies[] = [];
  beforeEach(async () => {
    db = await open('desk');
    fresh = await freshBook(['ada'], open);
  });
  afterEach(async () => {
    for (const each of running.splice(0)) await each.stop();
    await db.close();
    await fresh.close();
  });

  function server(): Strategies {
    const clock = new FakeClock();
    const log = new SilentLog();
    const ids = new UlidIds(clock);
    const made = composeStrategies({
      ...{ knex: db.knex, folder: '/nowhere', clock, log, ids, timers: machineTimers, lanes: 1 },
      paper: new SqlBook(fresh.knex, 'PAPER', { feed: new LocalEventFeed(log), ids }),
      ...{ settings: new SqlSettings(db.knex), users: new SqlUsers(db.knex) },
      ...{ mandates: new SqlApiTokens(db.knex), market: { candles: async () => [] } },
      books: { PAPER: null, REAL: null },
      calibrations: NO_CALIBRATION,
    });
    running.push(made);
    return made;
  }

  const statusOf = async ({ api }: Strategies, id: string) =>
    (await api.reads.backtest('ada', id))!.status;

  it('comes with the end of the rows of deleted data sets', async () => {
    const one = server();
    const form = { type: 'csv', interval: 'ONE_DAY' } as const;
    const rows = `symbol,at,open,high,low,close\nSPY,2026-03-02T05:00:00Z,1,1,1,1\n`;
    const body = (async function* () {
      yield Buffer.from(rows);
    })();
    const set = await one.imports.execute('ada', { name: 'gone', form }, body);
    await one.api.removeSet.execute(ADA, 'id' in set ? set.id : '');
    const tables = ['data_sets', 'data_series', 'data_chunks', 'data_stages'];
    const counted = () => Promise.all(tables.map(async (name) => (await db.knex(name)).length));
    expect(await counted()).toEqual([1, 1, 1, 1]);
    one.start();
    await until('no rows', async () => (await counted()).every((count) => count === 0));
  });

  it('goes on with the next start, and comes to the same hash as one that ran through, on each database', async () => {
    const one = server();
    await one.imports.execute(
      'ada',
      { name: 'days', form: { type: 'csv', interval: 'ONE_MINUTE' } },
      pieces(),
    );
    const strategy = await one.api.save.execute(ADA, {
      ...{ name: 'slow', kind: 'token-reversion', parameters: { period: 100 } },
    });
    const asked = {
      ...{ strategyId: strategy.id, symbols: ['SPY'], dataSet: 'days' },
      ...{ from: new Date(START), to: new Date(START + BARS * 60_000) },
    };
    const { id } = await one.api.run.run(ADA, asked);
    const sweep = await one.api.run.sweep(ADA, { base: asked, grid: { period: [90, 110] } });
    one.start();
    await until('some progress', () => (one.api.liveOf(id)?.bars ?? 0) > 0, { every: 1 });
    await one.stop();
    expect(await statusOf(one, id)).toBe('QUEUED');
    const two = server();
    two.start();
    const done = { within: 120_000 };
    await until('its end', async () => (await statusOf(two, id)) === 'DONE', done);
    const through = await two.api.run.run(ADA, asked);
    await until('the other', async () => (await statusOf(two, through.id)) === 'DONE', done);
    const hashOf = async (of: string) => (await two.api.reads.backtest('ada', of))!.summary!.hash;
    const hash = await hashOf(id);
    expect(hash).toBe(await hashOf(through.id));
    expect(hash).toBe((elsewhere ??= hash));
    await until(
      'the sweep',
      async () => (await two.api.reads.sweep('ada', sweep.id))!.status === 'DONE',
      done,
    );
    const runs = await two.api.reads.sweepRuns('ada', sweep.id, { first: 5, after: null });
    expect(runs.totalCount).toBe(2);
  }, 300_000);
});
