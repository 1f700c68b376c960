import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlPulses } from '../../../server/adapters/database/book/sql-pulses.ts';
import { LocalEventFeed } from '../../../server/adapters/events/local-event-feed.ts';
import { PollingEventFeed } from '../../../server/adapters/events/polling-event-feed.ts';
import { PostgresEventFeed } from '../../../server/adapters/events/postgres-event-feed.ts';
import type { Alert } from '../../../server/domain/account/alert.ts';
import type { Wake } from '../../../server/ports/event-feed.ts';
import { aMark, anOpenTrade, keep } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../../support/databases/fresh-book.ts';
import { postgresUrl } from '../../support/databases/postgres-url.ts';
import { RecordingLog } from '../../support/fakes/recording-log.ts';

const WAKE: Wake = { mode: 'PAPER', username: 'ada', marked: [], alerts: [] };
const ALERT: Alert = {
  id: 'paper_1',
  mode: 'PAPER',
  username: 'ada',
  kind: 'UNPROTECTED',
  severity: 'CRITICAL',
  message: 'x'.repeat(9000),
  tradeId: 't1',
  raisedAt: NOON,
  acknowledgedAt: null,
  resolvedAt: null,
};

describe('the feed in one process', () => {
  it('wakes a book’s subscribers until they leave, and nobody else', () => {
    const feed = new LocalEventFeed(new RecordingLog());
    const heard: string[] = [];
    const leave = feed.subscribe('PAPER', 'ada', () => heard.push('ada'));
    feed.subscribe('PAPER', 'bob', () => heard.push('bob'));
    feed.subscribe('REAL', 'ada', () => heard.push('ada, real'));
    feed.publish(WAKE);
    leave();
    leave();
    feed.publish(WAKE);
    feed.publish({ ...WAKE, username: 'nobody' });
    expect(heard).toEqual(['ada']);
    expect(feed.listened()).toHaveLength(2);
  });

  it('serves a thousand subscribers, one of whom fails and one who leaves meanwhile', () => {
    const log = new RecordingLog();
    const feed = new LocalEventFeed(log);
    const same = () => void (heard += 1);
    let heard = 0;
    feed.subscribe('PAPER', 'ada', () => {
      throw new Error('broken');
    });
    const leave = feed.subscribe('PAPER', 'ada', () => leave());
    for (let n = 0; n < 1000; n++) feed.subscribe('PAPER', 'ada', same);
    feed.publish(WAKE);
    expect(heard).toBe(1000);
    expect(log.lines.map(({ level }) => level)).toEqual(['error']);
  });
});

const url = postgresUrl();

describe.skipIf(url === null)('the feed between servers of one Postgres', () => {
  let n = 0;
  const started: PostgresEventFeed[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((feed) => feed.stop()));
  });

  async function server(channel: string): Promise<{ feed: PostgresEventFeed; heard: Wake[] }> {
    const log = new RecordingLog();
    const feed = new PostgresEventFeed(
      new LocalEventFeed(log),
      { url: url!, channel, retryMs: 50 },
      log,
    );
    const heard: Wake[] = [];
    feed.subscribe('PAPER', 'ada', (wake) => heard.push(wake));
    await feed.start();
    started.push(feed);
    return { feed, heard };
  }
  const pair = async () => {
    const channel = `feed_test_${process.pid}_${(n += 1)}`;
    const [a, b] = [await server(channel), await server(channel)];
    await expect.poll(() => a.heard.length).toBe(2);
    a.heard.length = b.heard.length = 0;
    return [a, b] as const;
  };

  it('delivers each wake once: at once in this process, soon in others', async () => {
    const [a, b] = await pair();
    a.feed.publish(WAKE);
    expect(a.heard).toEqual([WAKE]);
    await expect.poll(() => b.heard).toEqual([WAKE]);
    b.feed.publish({ ...WAKE, marked: ['t1'] });
    await expect.poll(() => a.heard).toEqual([WAKE, { ...WAKE, marked: ['t1'] }]);
    expect(b.heard).toHaveLength(2);
  });

  it('carries a tick of any size and a long alert', async () => {
    const [a, b] = await pair();
    const marked = Array.from({ length: 1600 }, (_, i) => `paper_01jq0000000000000000${i}`);
    a.feed.publish({ ...WAKE, marked, alerts: [ALERT] });
    await expect.poll(() => b.heard.flatMap((wake) => wake.marked)).toEqual(marked);
    const message = 'x'.repeat(1000);
    expect(b.heard.flatMap((wake) => wake.alerts)).toEqual([{ ...ALERT, message }]);
  });

  it('recovers from a lost connection, and makes every subscriber read again', async () => {
    const [a, b] = await pair();
    const admin = new pg.Client(url!);
    await admin.connect();
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'twinbook-feed'`,
    );
    await admin.end();
    await expect.poll(() => a.heard.length > 0 && b.heard.length > 0, { timeout: 5000 }).toBe(true);
    await expect
      .poll(() => {
        b.heard.length = 0;
        a.feed.publish({ ...WAKE, marked: ['again'] });
        return new Promise((resolve) => setTimeout(() => resolve(b.heard.length), 50));
      })
      .toBeGreaterThan(0);
  });
});

describe('the feed between processes of one SQLite file', () => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'])));
  afterEach(() => fresh.close());

  it('finds what another process did, with its alerts and marks, and nothing else', async () => {
    const log = new RecordingLog();
    const feed = new PollingEventFeed(
      new LocalEventFeed(log),
      [new SqlPulses(fresh.knex, 'PAPER')],
      log,
    );
    const heard: Wake[] = [];
    feed.subscribe('PAPER', 'ada', (wake) => heard.push(wake));
    const { book } = fresh.another();
    await feed.poll();
    // A change between the subscriber's own read and this first look would otherwise be missed.
    expect(heard.splice(0)).toEqual([WAKE]);
    await feed.poll();
    expect(heard).toEqual([]);

    await book.change('ada', (change) => keep(change, null, anOpenTrade({ id: 't1' })));
    await feed.poll();
    expect(heard.splice(0)).toEqual([WAKE]);

    const { kind, severity, message, tradeId } = ALERT;
    const raised = await book.change('ada', (change) =>
      change.raise({ kind, severity, message, tradeId }, NOON),
    );
    await feed.poll();
    expect(heard.splice(0)).toEqual([{ ...WAKE, alerts: [raised] }]);

    const nothing = {
      maxFavorableExcursion: null,
      maxAdverseExcursion: null,
      excursionsComplete: true,
    };
    await book.writeMarks([
      {
        username: 'ada',
        tradeId: 't1',
        snapshotId: 's1',
        kind: 'INTRADAY',
        takenAt: NOON,
        mark: aMark(),
        ...nothing,
      },
    ]);
    await book.openAccount('bob', anOpenTrade().quantity, NOON);
    await feed.poll();
    await feed.poll();
    expect(heard).toEqual([{ ...WAKE, marked: ['t1'] }]);
    expect(log.lines).toEqual([]);
  });

  it('keeps looking until it is stopped', async () => {
    const log = new RecordingLog();
    const feed = new PollingEventFeed(
      new LocalEventFeed(log),
      [new SqlPulses(fresh.knex, 'PAPER')],
      log,
      10,
    );
    const heard: Wake[] = [];
    feed.subscribe('PAPER', 'ada', (wake) => heard.push(wake));
    feed.start();
    await expect
      .poll(async () => {
        await fresh
          .another()
          .book.change('ada', (change) => change.setKillSwitch('OFF', NOON, 'desk'));
        return heard.length;
      })
      .toBeGreaterThan(0);
    feed.stop();
  });
});
