import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqlApiTokens } from '../../../server/adapters/database/desk/sql-api-tokens.ts';
import { SqlSettings } from '../../../server/adapters/database/desk/sql-settings.ts';
import { SqlUsers } from '../../../server/adapters/database/desk/sql-users.ts';
import { claimBook } from '../../../server/adapters/database/book/claim-book.ts';
import type { UserCredentials } from '../../../server/adapters/routing/user-credentials.ts';
import { UlidIds } from '../../../server/adapters/system/ulid-ids.ts';
import type { Databases } from '../../../server/compose/databases.ts';
import { composePaper } from '../../../server/compose/paper.ts';
import { composePrices } from '../../../server/compose/prices.ts';
import type { PaperSide } from '../../../server/config/paper-config.ts';
import type { Username } from '../../../server/domain/ids.ts';
import { databases, type TestDatabase } from '../../support/databases/databases.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { RecordingFeed } from '../../support/fakes/recording-feed.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';

const NOW = new Date('2026-03-10T16:00:00Z');
const CONFIG = {
  ...{ testFaults: null, testClock: null, realTrading: false, dataDir: '.' },
  paper: { tradier: { url: 'http://127.0.0.1:9/v1' } },
  orats: { url: 'http://127.0.0.1:9' },
  jupiter: { url: 'http://127.0.0.1:9', apiKey: null },
  dexscreenerUrl: 'http://127.0.0.1:9',
  pyth: null,
  cadence: { sync: 60, snapshot: 40, tokenPrice: 10 },
} as unknown as PaperSide;

describe.each(databases())('a demo on %s', (_name, open) => {
  let desk: TestDatabase;
  let paper: TestDatabase;
  let other: ReturnType<typeof server>;
  let username: Username;
  beforeAll(async () => {
    [desk, paper] = await Promise.all([open('desk'), open('book')]);
    await claimBook(paper.knex, 'PAPER');
    other = server();
    username = await demoBeside();
  }, 180_000);
  afterAll(async () => void (await Promise.all([desk.close(), paper.close()])));

  function server() {
    const knex = { desk: desk.another(), paper: paper.another() };
    const clock = new FakeClock(NOW);
    const shared = {
      ...{ clock, ids: new UlidIds(clock), log: new SilentLog(), feed: new RecordingFeed() },
      ...{ users: new SqlUsers(knex.desk), settings: new SqlSettings(knex.desk) },
      ...{ timers: machineTimers, mandates: new SqlApiTokens(knex.desk) },
      deskHalt: () => 'OFF' as const,
      onUnlistedMove: 'THROW' as const,
      about: { version: 'test', testClock: false },
    };
    const databases = knex as unknown as Databases;
    const credentials = {} as UserCredentials;
    const prices = composePrices(CONFIG, { databases, credentials, shared });
    return composePaper(CONFIG, databases, shared, credentials, prices);
  }

  /** Starts a demo while the other server runs its usual jobs. */
  async function demoBeside(): Promise<Username> {
    let isOver = false;
    const present = async (): Promise<void> => {
      while (!isOver) {
        await other.venue.tick();
        await other.desk.compareAtStart.execute();
        await other.desk.syncOrders.execute();
        await other.desk.watchExits.execute();
        await other.desk.takeSnapshots.execute();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const [demo] = await Promise.all([
      server()
        .startDemo(NOW)
        .finally(() => (isOver = true)),
      present(),
    ]);
    return demo.username;
  }

  it('replays its own past, whatever another server does meanwhile', async () => {
    const rows = await paper
      .knex('events')
      .where({ username })
      .orderBy('sequence')
      .pluck<number[]>('occurred_at');
    const past = rows.findLastIndex((at) => at < NOW.getTime());
    expect(past).toBeGreaterThan(50);
    expect(rows.slice(0, past).filter((at) => at >= NOW.getTime())).toEqual([]);
    // After the replay it is a user like any other.
    const active = await other.book.activeAccounts();
    expect(active.map((account) => account.username)).toContain(username);
  });

  it('has traded three tokens of the simulated market: one is closed by hand, two are held', async () => {
    const trades = await paper
      .knex('trades')
      .where({ username, asset_class: 'TOKEN' })
      .orderBy('placed_at')
      .select('venue', 'token_market', 'fill_model', 'status', 'protection');
    const swapped = { venue: 'JUPITER_PAPER', token_market: 'SIMULATED', fill_model: 'QUOTE' };
    const held = { ...swapped, status: 'OPEN', protection: 'WATCHED' };
    expect(trades).toMatchObject([{ ...swapped, status: 'MANUAL_CLOSE' }, held, held]);
  });
});
