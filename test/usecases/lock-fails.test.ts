import { afterEach, beforeEach, expect, it } from 'vitest';
import { ADA, TradierDesk } from '../support/tradier-desk.ts';

let t: TradierDesk;
beforeEach(async () => {
  t = await TradierDesk.start();
  await t.fresh.knex.raw('PRAGMA busy_timeout=50');
});
afterEach(() => t.close());

it('sends nothing while the user’s lock cannot be had, and one order by the same key once it can', async () => {
  const other = t.fresh.another().knex;
  const ticket = t.ticket();
  await other.raw('BEGIN IMMEDIATE');
  await expect(t.desk.placeTrade(ADA, ticket)).rejects.toThrow(/SQLITE_BUSY/);
  expect(t.venue.count('POST /orders')).toBe(0);
  await other.raw('ROLLBACK');
  const { id } = await t.desk.placeTrade(ADA, ticket);
  expect((await t.desk.placeTrade(ADA, ticket)).id).toBe(id);
  expect(t.venue.count('POST /orders')).toBe(1);
});

it('keeps what it knows of an order where the lock fails after the venue took it', async () => {
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
}, 30_000);
