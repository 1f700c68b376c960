import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBook } from '../../server/adapters/database/book/verify-book.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { FakeClock, NOON } from '../support/fakes/fake-clock.ts';
import { SeqIds } from '../support/fakes/seq-ids.ts';
import { wholeTrade } from '../support/values/whole-trade.ts';
import { benchDesk, type BenchDesk } from './bench-desk.ts';
import { fillBook, traderName, type Fill } from './fill/fill-book.ts';
import { liveThrough, type LivedDesk } from './fill/lived-desk.ts';
import { measure, prepareBook } from './measure.ts';
import { statementsOf } from './meter.ts';
import { PARTS } from './parts.ts';
import { programAt, type Program } from './program.ts';
import { tableOf } from './table.ts';

/** The work takes seconds, and far longer when other tests run too. */
const PATIENCE_MS = 240_000;
const FILL = { users: 2, open: 7, watched: 1, closed: 30 };
const USERS = [traderName(0), traderName(1)];

let program: Program;
let lived: LivedDesk;
beforeAll(async () => {
  program = await programAt();
  lived = await liveThrough(program, NOON);
}, PATIENCE_MS);

describe.each(databases())('a filled book on %s', (_, open) => {
  let database: TestDatabase;
  let filled: BenchDesk;
  beforeAll(async () => {
    database = await open();
    await program.migrate.migrate(database.knex, 'book');
    await program.claimBook.claimBook(database.knex, 'PAPER');
    await fillBook(database.knex, lived, FILL);
    const clock = new FakeClock(lived.now);
    filled = benchDesk(program, database.knex, { clock, ids: new SeqIds() });
  }, PATIENCE_MS);
  afterAll(() => database.close());

  it('has a log that verifies', async () => {
    const logs = await verifyBook(database.knex);
    expect(logs.map(({ username, fault }) => ({ username, fault }))).toEqual(
      USERS.map((username) => ({ username, fault: null })),
    );
    expect(Math.min(...logs.map(({ events }) => events))).toBeGreaterThan(30 * 8);
  });

  it('holds each invariant, in itself and with the venue', async () => {
    await filled.desk.reconcile.execute();
    for (const username of USERS) {
      const checks = await filled.book.read(username).invariantChecks();
      expect(checks.map(({ invariant, state }) => `${invariant} ${state}`)).toEqual([
        'AVERAGE_PRICE HOLDS',
        'CASH HOLDS',
        'PNL HOLDS',
        'QUANTITY HOLDS',
      ]);
    }
  });

  it('has the requested trades, with every field known', async () => {
    for (const username of USERS) {
      const reader = filled.book.read(username);
      const active = await reader.activeTrades();
      expect(active).toHaveLength(8);
      expect(active.every(({ trade }) => trade.protection === 'VENUE')).toBe(true);
      // The read for stops that the desk watches itself skips trades whose exits are at the venue.
      expect(await reader.unguardedTrades()).toHaveLength(FILL.watched);
      expect(await reader.closedTrades({})).toHaveLength(30);
      const { trade, orders } = await wholeTrade(reader, active[0]!.trade.id);
      const log = await reader.eventsOf(trade.id, { first: 100, after: null });
      expect(log.items[0]!.item.trade).toMatchObject({ version: trade.version, username });
      const { sequence } = log.items[0]!.item;
      expect((await reader.ordersAsOf(trade.id, [sequence])).get(sequence)).toEqual(orders);
    }
  });

  it('is quiet: a sync changes nothing', async () => {
    const before = await database.knex('accounts').orderBy('username').select('sequence', 'hash');
    await filled.venue.tick();
    await filled.desk.syncOrders.execute();
    const after = await database.knex('accounts').orderBy('username').select('sequence', 'hash');
    expect(after).toEqual(before);
  });

  it(
    'is measured part by part, beside the goals',
    async () => {
      const { address } = database;
      const measured = [];
      for (const part of PARTS) {
        const [now = []] = await measure([program], part, { address, now: lived.now }, 1);
        measured.push({ part: part.work, fill: FILL, goal: part.cases[0]!.goal, now, before: [] });
      }
      expect(tableOf(measured).split('\n')).toHaveLength(2 + PARTS.length);
      expect(measured.filter(({ now }) => !(now[0]!.statements > 0))).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe.each(databases())('work that changes nothing on %s', (_, open) => {
  /** The statements of a second round on a book of its own; the first round learns the present state. */
  async function statements(fill: Partial<Fill>, work: (desk: BenchDesk) => Promise<unknown>) {
    const database = await open();
    const { knex, address } = database;
    await prepareBook(program, address, lived, {
      users: 1,
      open: 0,
      watched: 0,
      closed: 0,
      ...fill,
    });
    const parts = { clock: new FakeClock(lived.now), ids: new SeqIds() };
    const desk = benchDesk(program, knex, parts);
    await work(desk);
    const seen = await statementsOf(knex, () => work(desk));
    await database.close();
    return seen;
  }

  it(
    'syncs any number of quiet trades in as many statements',
    async () => {
      const sync = ({ desk }: BenchDesk) => desk.syncOrders.execute();
      const few = await statements({ open: 10 }, sync);
      const many = await statements({ open: 100 }, sync);
      expect(many).toEqual(few);
      expect(few.filter((sql) => /^\s*(update|insert|delete)/i.test(sql))).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'takes one statement for a beat of the simulated venue, however many orders wait in how many accounts',
    async () => {
      const beat = ({ venue }: BenchDesk) => venue.tick();
      const few = await statements({ open: 10 }, beat);
      const many = await statements({ users: 5, open: 40 }, beat);
      expect(few).toHaveLength(1);
      expect(many).toEqual(few);
    },
    PATIENCE_MS,
  );

  it(
    'watches the exits of any number of users in as many statements',
    async () => {
      const watch = ({ desk }: BenchDesk) => desk.watchExits.execute();
      const few = await statements({ users: 2, open: 3, watched: 1 }, watch);
      const many = await statements({ users: 12, open: 3, watched: 1 }, watch);
      expect(many).toEqual(few);
    },
    PATIENCE_MS,
  );

  it(
    'reads the trades of any number of users in as many statements for a sync',
    async () => {
      const sync = ({ desk }: BenchDesk) => desk.syncOrders.execute();
      const ofTrades = async (users: number) =>
        (await statements({ users, open: 3 }, sync)).filter((sql) =>
          /\b(trades|orders)\b/.test(sql),
        );
      expect(await ofTrades(12)).toEqual(await ofTrades(2));
    },
    PATIENCE_MS,
  );
});
