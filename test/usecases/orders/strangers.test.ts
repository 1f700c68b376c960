import { machineTimers } from '../../../server/adapters/system/machine-timers.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import { SqlLeases } from '../../../server/adapters/database/desk/sql-leases.ts';
import { GatedBrokers } from '../../../server/adapters/routing/gated-brokers.ts';
import { TradierBroker } from '../../../server/adapters/tradier/tradier-broker.ts';
import { TradierClient } from '../../../server/adapters/tradier/tradier-client.ts';
import { TradierMarketData } from '../../../server/adapters/tradier/tradier-market-data.ts';
import { AccountTurns } from '../../../server/adapters/turns/account-turns.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { deskJobs } from '../../../server/jobs/desk-jobs.ts';
import { alwaysOpen } from '../../support/fakes/brokers.ts';
import { BookDesk } from '../../../server/usecases/book-desk.ts';
import { JobAlerts } from '../../../server/usecases/steps/job-alerts.ts';
import { OpeningGate } from '../../../server/usecases/steps/opening-gate.ts';
import { SilenceAlerts } from '../../../server/usecases/steps/silence-alerts.ts';
import { databases } from '../../support/databases/databases.ts';
import { FakeClock, NOON } from '../../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../../support/databases/fresh-book.ts';
import { MemorySettings } from '../../support/fakes/memory-settings.ts';
import { RecordingFeed } from '../../support/fakes/recording-feed.ts';
import { SeqIds } from '../../support/fakes/seq-ids.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';
import { until } from '../../support/values/until.ts';
import { TradierEmulator } from '../../venues/tradier-emulator.ts';
import { NO_TOKENS } from '../../../server/ports/token-trading.ts';

const VENUE = 'TRADIER_SANDBOX';
const [FIRST, SECOND] = ['SPY260327C00560000', 'SPY260327C00565000'] as const;
const USERS = ['hangs', 'rubbish', 'well'] as const;
/** Time from the hit of a stop to the close: a look every five seconds, and the duration of the look. */
const WITHIN_MS = 7_000;

type Name = (typeof USERS)[number];

/** One process of the desk, its jobs at their own cadence; each user's venue has its own wire. */
class Server {
  readonly gate = new OpeningGate(machineTimers);
  readonly desk: BookDesk;
  readonly turns: AccountTurns;
  readonly alerts: JobAlerts;
  #timers: NodeJS.Timeout[] = [];
  #stopped = false;

  constructor(fresh: FreshBook, venues: Record<Name, TradierEmulator>, mark: string) {
    const clock = new FakeClock(NOON);
    const log = new SilentLog();
    const ids = new SeqIds(mark);
    const book = new SqlBook(fresh.knex, 'PAPER', { feed: new RecordingFeed(), ids });
    const outside = new Map<string, { market: TradierMarketData; broker: TradierBroker }>(
      USERS.map((name) => {
        const { url: baseUrl, token, accountId: account } = venues[name];
        const client = new TradierClient({ baseUrl, token, clock, log });
        const market = new TradierMarketData(client, { delayed: false, clock });
        return [
          name,
          { market, broker: new TradierBroker(client, { account, venue: VENUE, clock }) },
        ];
      }),
    );
    this.alerts = new JobAlerts(book, { withRole: async () => [] }, clock);
    const silence = new SilenceAlerts(book, clock);
    this.turns = new AccountTurns({
      ...{ leases: new SqlLeases(fresh.knex, mark), log },
      onLate: (lane, account) => silence.late(lane, account),
      onAnswered: (lane, account) => silence.answered(lane, account),
      limits: { silentMs: 3_000 },
    });
    const marketOf = async (username: string) => outside.get(username)!.market;
    const brokers = alwaysOpen(async (username) => outside.get(username)!.broker);
    this.desk = new BookDesk(
      {
        ...{ book, clock, ids, log, turns: this.turns, gate: this.gate, mayTrade: true },
        brokers: new GatedBrokers(brokers, this.gate),
        sources: { of: marketOf, snapshotsFor: marketOf },
        tokens: NO_TOKENS,
        settings: new MemorySettings({ paperVenue: VENUE }),
        timers: machineTimers,
        deskHalt: () => 'OFF',
      },
      { version: 'test', testClock: false },
    );
  }

  start(): void {
    const compare = async (): Promise<void> => {
      const isDone = await this.desk.compareAtStart.execute().catch(() => false);
      if (!isDone && !this.#stopped) this.#timers.push(setTimeout(() => void compare(), 2_000));
    };
    void compare();
    for (const job of deskJobs(this.desk, { sync: 5, snapshot: 5 })) {
      let isRunning = false;
      const run = async (): Promise<void> => {
        if (isRunning) return;
        isRunning = true;
        await job.run().catch((error: unknown) => this.alerts.failed(job.name, error));
        isRunning = false;
      };
      this.#timers.push(setInterval(() => void run(), job.everyMs));
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.turns.stop(5_000);
  }
}

// The tests run concurrently, because they mostly wait for a venue that hangs.
describe.concurrent.each(databases())('three strangers on %s', (_name, open) => {
  let fresh: FreshBook;
  let venues: Record<Name, TradierEmulator>;
  let server: Server;

  beforeEach(async () => {
    fresh = await freshBook(USERS, open);
    const started = USERS.map(async (name, index) => {
      const account = `VA0000000${index}`;
      const venue = await TradierEmulator.start({ now: NOON, account, token: `token-${name}` });
      venue.setQuote('SPY', { bid: 558.2, ask: 558.22, last: 558.21 });
      for (const symbol of [FIRST, SECOND])
        venue.setQuote(symbol, { bid: 1.49, ask: 1.51, last: 1.5 });
      return [name, venue] as const;
    });
    venues = Object.fromEntries(await Promise.all(started)) as Record<Name, TradierEmulator>;
    server = new Server(fresh, venues, 'a');
    for (const name of USERS) for (const symbol of [FIRST, SECOND]) await hold(name, symbol);
  });
  afterEach(async () => {
    for (const venue of Object.values(venues)) await venue.close();
    await server.stop();
    await fresh.close();
  });

  /** Opens a trade with exits closer together than the venue accepts, so that only the desk watches them. */
  async function hold(name: Name, symbol: string): Promise<void> {
    const { id } = await server.desk.trading.executeOrder(
      { username: name, role: 'USER', demo: false },
      {
        open: {
          ...{ mode: 'PAPER', idempotencyKey: `key-${name}-${symbol}`, option: { symbol } },
          ...{ side: 'BUY_TO_OPEN', quantity: dec(3), timeInForce: 'DAY' },
          ...{ orderType: 'LIMIT', limitPrice: dec('1.50') },
          bracket: { stopLoss: dec('1.48'), takeProfit: dec('1.52') },
        },
      },
    );
    const entry = venues[name].orders.at(-1)!;
    venues[name].fill(entry.id, { quantity: 3, price: 1.5 });
    await server.desk.syncOrders.user(name);
    expect((await fresh.book.read(name).trade(id))?.trade.protection).toBe('WATCHED');
  }

  const closes = (name: Name, symbol: string) =>
    venues[name].requests.filter(
      ({ method, form }) =>
        method === 'POST' && form['side'] === 'sell_to_close' && form['option_symbol'] === symbol,
    );

  async function hit(symbol: string): Promise<void> {
    for (const name of USERS) venues[name].setQuote(symbol, { bid: 1.4, ask: 1.42, last: 1.4 });
    await until('the close', () => closes('well', symbol).length > 0, { within: WITHIN_MS });
  }

  async function alertsOf(name: Name): Promise<readonly string[]> {
    const page = await fresh.book.read(name).alerts(true, { first: 50, after: null });
    return [...new Set(page.items.map(({ item }) => item.kind))].sort();
  }

  it('get the healthy one closed in time while one venue hangs and one answers rubbish, also after a restart', async () => {
    venues.hangs.fail('*', { silent: true }, 100_000);
    venues.rubbish.fail('*', { status: 200, text: '<html>Please hold the line' }, 100_000);
    server.start();
    await until(
      'the alert about silence',
      async () => (await alertsOf('hangs')).includes('VENUE_SILENT'),
      { within: 60_000 },
    );
    await hit(FIRST);
    // A failure for one user raises an alert only for that user.
    expect(await alertsOf('well')).toEqual(['UNPROTECTED']);
    await until(
      'the alert about rubbish',
      async () => (await alertsOf('rubbish')).includes('JOB_FAILED'),
      { within: 60_000 },
    );

    // A power failure ends the server; the venues stay as they were.
    await server.stop();
    const before = venues.well.requests.length;
    server = new Server(fresh, venues, 'b');
    server.start();
    await hit(SECOND);
    expect(server.desk.compareAtStart.progress()).toEqual({ compared: 1, of: 3 });
    const since = venues.well.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
    const sent = since.findIndex((request) => request.startsWith('POST'));
    for (const part of ['orders', 'positions'])
      expect(since.slice(0, sent)).toContain(`GET /accounts/${venues.well.accountId}/${part}`);
    for (const name of ['hangs', 'rubbish'] as const) {
      expect(closes(name, FIRST)).toEqual([]);
      expect(closes(name, SECOND)).toEqual([]);
    }
    const person = { username: 'hangs', role: 'USER', demo: false } as const;
    const [check] = await server.desk.account.invariants({ ...person, username: 'well' });
    expect(check?.state ?? 'UNKNOWN').not.toBe('DIFFERS');
    const trade = (await fresh.book.read('hangs').activeTrades())[0]!.trade;
    const close = {
      id: trade.id,
      expectedVersion: trade.version,
      idempotencyKey: 'key-of-the-close',
    };
    await expect(
      server.desk.trading.executeOrder(person, { close: { ...close, orderType: 'MARKET' } }),
    ).rejects.toMatchObject({ code: 'VENUE_UNAVAILABLE' });
    expect((await fresh.book.read('hangs').trade(trade.id))?.trade.version).toBe(trade.version);
  }, 300_000);
});
