import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlVenueStore } from '../../../server/adapters/simulated/sql-venue-store.ts';
import { optionContract } from '../../../server/domain/instrument/occ-symbol.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { databases, type TestDatabase } from '../../support/databases/databases.ts';
import { submitted } from '../../support/fakes/option-market.ts';
import { HandClock, simulatedBroker, submission } from '../../support/desks/venue-account.ts';
import { entry, exits } from '../../support/desks/venue-scene.ts';

const SYMBOL = { underlying: 'SPY', expiration: '2026-03-20', right: 'CALL' } as const;
const CALL = optionContract({ ...SYMBOL, strike: dec(640) });

describe.each(databases())('SqlVenueStore on %s', (_, open) => {
  const clock = new HandClock();
  let database: TestDatabase;

  beforeEach(async () => {
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

  it('names exactly the accounts with working orders', async () => {
    const store = new SqlVenueStore(database.knex, clock);
    const ann = simulatedBroker(store, clock, { account: 'ann' });
    const id = await ann.place(submission('SINGLE', CALL, [entry(1, '0.01')]));
    await simulatedBroker(store, clock, { account: 'bob' }).orders();
    expect(await store.accounts()).toEqual(['ann']);
    await ann.cancel(id);
    expect(await store.accounts()).toEqual([]);
  });

  it('keeps working after a change that failed', async () => {
    const store = new SqlVenueStore(database.knex, clock);
    await expect(store.change('ann', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect((await simulatedBroker(store, clock).orders()).listed).toEqual([]);
  });
});
