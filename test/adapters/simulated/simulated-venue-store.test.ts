import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOOK_MIGRATIONS } from '../../../migrations/book/index.ts';
import { actingFor, isPostgres } from '../../../server/adapters/database/sql/dialect.ts';
import { migrate } from '../../../server/adapters/database/sql/migrate.ts';
import { SimulatedMarket } from '../../../server/adapters/simulated/simulated-market.ts';
import { SimulatedVenue } from '../../../server/adapters/simulated/simulated-venue.ts';
import { SqlVenueStore } from '../../../server/adapters/simulated/sql-venue-store.ts';
import { optionContract } from '../../../server/domain/instrument/occ-symbol.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { databases, type TestDatabase } from '../../support/databases/databases.ts';
import { ELEVEN, submitted } from '../../support/fakes/option-market.ts';
import { HandClock, simulatedBroker, submission } from '../../support/desks/venue-account.ts';
import { entry, exits } from '../../support/desks/venue-scene.ts';

const SYMBOL = { underlying: 'SPY', expiration: '2026-03-20', right: 'CALL' } as const;
const CALL = optionContract({ ...SYMBOL, strike: dec(640) });
const FAR = optionContract({ ...SYMBOL, expiration: '2026-05-15', strike: dec(640) });

/** Runs `work` as a migration: it sees all rows and may change tables. */
function asOwner<T>(knex: Knex, work: (owner: Knex.Transaction) => Promise<T>): Promise<T> {
  return actingFor(knex, 'owner').transaction(async (trx) => {
    if (isPostgres(knex)) await trx.raw("SET LOCAL twinbook.desk TO 'on'");
    return work(trx);
  });
}

describe.each(databases())('SqlVenueStore on %s', (_, open) => {
  let clock: HandClock;
  let database: TestDatabase;

  beforeEach(async () => {
    clock = new HandClock();
    database = await open('book');
  });

  afterEach(() => database.close());

  it('returns a state as it was stored, to another server too', async () => {
    const broker = simulatedBroker(new SqlVenueStore(database.knex, clock), clock);
    const id = await broker.place(
      submission('OTOCO', CALL, [
        submitted('ENTRY', 'BUY_TO_OPEN', 2),
        ...exits(2, '90.00', '0.01'),
      ]),
    );
    const other = simulatedBroker(new SqlVenueStore(database.another(), clock), clock);
    expect(await other.order(id)).toEqual(await broker.order(id));
    expect((await other.positions()).listed).toEqual((await broker.positions()).listed);
    expect(await other.balances()).toEqual(await broker.balances());
  });

  it('loses no order that several servers place at once', async () => {
    const brokers = [database.knex, database.another(), database.another()].map((knex) =>
      simulatedBroker(new SqlVenueStore(knex, clock), clock),
    );
    const ids = await Promise.all(
      [...Array(30).keys()].map((n) =>
        brokers[n % 3]!.place(submission('SINGLE', CALL, [entry(1, '0.01')], `tag-${n}`)),
      ),
    );
    expect(new Set(ids).size).toBe(30);
    expect((await brokers[0]!.orders()).listed.map((order) => order.tag).sort()).toEqual(
      [...Array(30).keys()].map((n) => `tag-${n}`).sort(),
    );
  });

  it('knows what the first order waits for, and names exactly the accounts that are due', async () => {
    const store = new SqlVenueStore(database.knex, clock);
    const [ann, bob] = ['ann', 'bob'].map((account) => simulatedBroker(store, clock, { account }));
    const id = await ann!.place(submission('SINGLE', CALL, [entry(1, '0.02')]));
    await bob!.place(submission('SINGLE', CALL, [submitted('ENTRY', 'BUY_TO_OPEN', 1)]));
    const day = submitted('ENTRY', 'BUY_TO_OPEN', 1, { limit: '0.01' }, 'DAY');
    await bob!.place(submission('SINGLE', CALL, [day]));
    const close = new Date('2026-03-10T20:00:00Z');
    const wait = { symbol: CALL.symbol, gauge: 'ASK_FALLS', mark: -0.02 } as const;
    expect(await store.waiting()).toEqual({ first: [wait], firstEnd: close });

    const due = (mark: number, now = ELEVEN) => store.due([{ ...wait, mark }], now);
    expect(await due(-0.03)).toEqual([]);
    expect(await due(-0.02)).toEqual(['ann']);
    expect(await due(-0.01)).toEqual(['ann', 'bob']);
    expect(await store.due([{ ...wait, gauge: 'ASK_RISES', mark: 9 }], ELEVEN)).toEqual([]);
    expect(await due(-0.03, close)).toEqual(['bob']);
    await ann!.cancel(id);
    expect(await due(-0.02)).toEqual([]);
  });

  it('writes the orders that a change is about, and reads those that it has not seen', async () => {
    const knex = database.knex;
    const ann = simulatedBroker(new SqlVenueStore(knex, clock), clock);
    const other = simulatedBroker(new SqlVenueStore(database.another(), clock), clock);
    for (let n = 0; n < 20; n += 1)
      await ann.place(submission('SINGLE', CALL, [entry(1, '0.01')], `tag-${n}`));
    expect((await other.orders()).listed).toHaveLength(20);
    const id = await ann.place(submission('SINGLE', CALL, [entry(1, '0.01')]));
    const versions = knex('simulated_orders').orderBy('id').pluck<number[]>('version');
    expect(await versions).toEqual([...Array(21).keys()].map((n) => n + 1));
    // Another server does not read again the orders of the account that it has already seen.
    const garbled = { body: 'garbled' };
    await knex('simulated_orders')
      .whereNot({ id: Number(id) })
      .update(garbled);
    expect((await other.orders()).listed.map((order) => order.tag)).toContain('tag-1');
    await expect(simulatedBroker(new SqlVenueStore(knex, clock), clock).orders()).rejects.toThrow();
  });

  it('reads nothing twice while it is alone, and loses nothing of somebody who was not to be there', async () => {
    const knex = database.knex;
    const reads: string[] = [];
    const alone = simulatedBroker(new SqlVenueStore(knex, clock, { alone: true }), clock);
    const lasting = await alone.place(submission('SINGLE', CALL, [entry(1, '0.01')], 'tag-0'));
    await alone.orders();
    knex.on('query', ({ sql }: { sql: string }) => reads.push(sql));
    await alone.cancel(await alone.place(submission('SINGLE', CALL, [entry(1, '0.01')], 'tag-1')));
    const listed = (await alone.orders()).listed.map(({ tag, status }) => `${tag} ${status}`);
    expect(listed.sort()).toEqual(['tag-0 OPEN', 'tag-1 CANCELED']);
    expect(reads.filter((sql) => sql.startsWith('SELECT 0'))).toEqual([]);

    const other = simulatedBroker(new SqlVenueStore(database.another(), clock), clock);
    await other.cancel(lasting);
    await alone.place(submission('SINGLE', CALL, [entry(1, '0.01')], 'tag-2'));
    const all = (await alone.orders()).listed.map(({ tag, status }) => `${tag} ${status}`);
    expect(all.sort()).toEqual(['tag-0 CANCELED', 'tag-1 CANCELED', 'tag-2 OPEN']);
  });

  it('forgets submissions 30 days after they ended, and only those', async () => {
    const ann = simulatedBroker(new SqlVenueStore(database.knex, clock), clock);
    const fresh = () => simulatedBroker(new SqlVenueStore(database.knex, clock), clock);
    const listed = async (broker = ann) =>
      (await broker.orders()).listed.map(({ venueOrderId, status }) => `${venueOrderId} ${status}`);
    const bracket = await ann.place(submission('OTOCO', CALL, [entry(2, '0.01'), ...exits(2)]));
    await ann.place(submission('SINGLE', FAR, [entry(1, '0.01')]));
    await ann.cancel(bracket);
    clock.pass(29 * 86_400);
    expect(await listed()).toEqual(['1001 CANCELED', '1005 OPEN']);
    expect(await listed(fresh())).toEqual(['1001 CANCELED', '1005 OPEN']);
    clock.pass(2 * 86_400);
    expect(await listed()).toEqual(['1005 OPEN']);
    expect(await listed(fresh())).toEqual(['1005 OPEN']);
    await ann.cancel('1005');
    expect(await database.knex('simulated_orders').pluck('id')).toEqual([1005]);
  });

  it('takes over accounts of older versions, orders and all', async () => {
    const { knex } = database;
    const store = new SqlVenueStore(knex, clock);
    const ann = simulatedBroker(store, clock);
    const id = await ann.place(
      submission('OTOCO', CALL, [
        submitted('ENTRY', 'BUY_TO_OPEN', 2),
        ...exits(2, '90.00', '0.01'),
      ]),
    );
    const gone = await ann.place(submission('SINGLE', CALL, [entry(1, '0.01')]));
    await ann.cancel(gone);
    const before = [await ann.orders(), await ann.positions(), await ann.balances()];
    const waiting = await store.waiting();

    const migration = BOOK_MIGRATIONS.find(({ name }) => name === '0022_simulated_orders')!;
    await asOwner(knex, (owner) => migration.down(owner));
    const old = () => knex<{ state: string; working: number }>('simulated_venue').first();
    const { state, working } = (await old())!;
    expect(JSON.parse(state)).toMatchObject({ orders: Array(4).fill({}) });
    expect(working).toBe(1);
    await asOwner(knex, (owner) => migration.up(owner));
    await migrate(knex, 'book');

    const later = new SqlVenueStore(database.another(), clock);
    const again = simulatedBroker(later, clock);
    await expect(later.change('ann', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    // From the first beat on, the venue knows the price that each order waits for.
    const venue = new SimulatedVenue(later, new SimulatedMarket(clock, 42), clock);
    expect(await venue.tick()).toEqual({ changed: [], failures: [] });
    expect(await later.waiting()).toEqual(waiting);
    expect([await again.orders(), await again.positions(), await again.balances()]).toEqual(before);
    expect((await again.order(id))?.legs.map((leg) => leg.status)).toEqual([
      'FILLED',
      'OPEN',
      'OPEN',
    ]);
  });

  it('keeps working after a change that failed', async () => {
    const store = new SqlVenueStore(database.knex, clock);
    await expect(store.change('ann', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect((await simulatedBroker(store, clock).orders()).listed).toEqual([]);
  });
});
