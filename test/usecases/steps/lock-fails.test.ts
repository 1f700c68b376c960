import { afterEach, beforeEach, expect, it } from 'vitest';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { MAINTENANCE } from '../../venues/wire-server.ts';

let t: TradierDesk;
beforeEach(async () => {
  t = await TradierDesk.start();
  await t.fresh.knex.raw('PRAGMA busy_timeout=50');
});
afterEach(() => t.close());

it('nothing is sent while the user’s lock is unavailable, and one order by the same key once it is available', async () => {
  const other = t.fresh.another().knex;
  const ticket = t.ticket();
  await other.raw('BEGIN IMMEDIATE');
  await expect(t.desk.trading.executeOrder(ADA, { open: ticket })).rejects.toThrow(/SQLITE_BUSY/);
  expect(t.venue.count('POST /orders')).toBe(0);
  await other.raw('ROLLBACK');
  const { id } = await t.desk.trading.executeOrder(ADA, { open: ticket });
  expect((await t.desk.trading.executeOrder(ADA, { open: ticket })).id).toBe(id);
  expect(t.venue.count('POST /orders')).toBe(1);
});

it('the state of an order is kept when the lock fails after the venue took it', async () => {
  const { id } = await t.place();
  t.venue.fill(t.legs()[0]!, { price: '1.50' });
  const other = t.fresh.another().knex;
  await other.raw('BEGIN IMMEDIATE');
  await t.sync().catch(() => undefined);
  await other.raw('ROLLBACK');
  await t.sync();
  const { trade, orders } = await t.stored(id);
  expect(trade.status).toBe('OPEN');
  expect(orders.map(({ venueOrderId }) => venueOrderId)).not.toContain(null);
  expect(t.venue.count('POST /orders')).toBe(1);
});

it('no stored order is sent when the lock fails before it can be marked as sent', async () => {
  const other = t.fresh.another().knex;
  let changes = 0;
  t.restart((deps) => ({
    ...deps,
    book: new Proxy(deps.book, {
      get: (book, name) => {
        const own: unknown = Reflect.get(book, name);
        if (name !== 'change') return typeof own === 'function' ? (own.bind(book) as unknown) : own;
        const change: typeof book.change = async (username, work) => {
          changes += 1;
          if (changes === 2) await other.raw('BEGIN IMMEDIATE');
          return book.change(username, work);
        };
        return change;
      },
    }),
  }));
  const ticket = t.ticket();
  await expect(t.desk.trading.executeOrder(ADA, { open: ticket })).rejects.toThrow(/SQLITE_BUSY/);
  await other.raw('ROLLBACK');
  expect(t.venue.count('POST /orders')).toBe(0);
  t.restart();
  const { id } = await t.desk.trading.executeOrder(ADA, { open: ticket });
  t.pass(91);
  await t.sync();
  expect((await t.stored(id)).trade).toMatchObject({ status: 'CANCELED', phase: 'CLOSED' });
  expect(t.venue.count('POST /orders')).toBe(0);
});

it('the ids of canceled orders are kept until the venue confirms that they are gone', async () => {
  const { id } = await t.place();
  t.venue.fill(t.legs()[0]!, { price: '1.50' });
  await t.sync();
  t.venue.fail('DELETE /orders/:id', MAINTENANCE);
  const { version: expectedVersion } = (await t.stored(id)).trade;
  const close = { id, expectedVersion, idempotencyKey: t.key(), orderType: 'MARKET' } as const;
  await t.desk.trading.executeOrder(ADA, { close });
  const exits = (await t.stored(id)).orders.filter(({ role }) => role !== 'ENTRY');
  expect(exits.map(({ status }) => status)).toEqual(['ACCEPTED', 'ACCEPTED']);
  expect(exits.every(({ cancelRequested }) => cancelRequested)).toBe(true);
  expect(exits.map(({ venueOrderId }) => venueOrderId)).toEqual(t.legs().slice(1).map(String));
  expect(new Set(exits.map(({ venueParentId }) => venueParentId)).has(null)).toBe(false);
  // The next sync tries again, and only then sells.
  await t.sync();
  expect(t.venue.account.live().map(({ type }) => type)).toEqual(['market']);
});
