import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { wholeTrade } from '../support/values/whole-trade.ts';
import { aFill, anOpenTrade, anOrder, keep } from '../support/values/builders.ts';

const TOLD = aFill({ value: dec(100), quantity: dec('4498201.798301'), price: dec('0.00002') });
const ORDER = anOrder({ fills: [TOLD], namedFees: dec('0.0123'), filledValue: dec(100) });

describe.each(databases())('what a venue told exactly, on %s,', (_name, open) => {
  let fresh: FreshBook;
  beforeEach(async () => {
    fresh = await freshBook(['ada'], open);
    await fresh.book.change('ada', (book) => keep(book, null, anOpenTrade(), [ORDER]));
  });
  afterEach(() => fresh.close());

  const stored = async () => (await wholeTrade(fresh.book.read('ada'))).orders[0];

  it('is kept', async () => {
    expect(await stored()).toMatchObject({ fills: [TOLD], namedFees: dec('0.0123') });
  });

  it('is quantity times price, and no fee, in rows of earlier versions', async () => {
    await fresh.knex('fills').update({ value: null });
    await fresh.knex('orders').update({ named_fees: null });
    const earlier = await stored();
    expect(earlier?.fills[0]?.value.toFixed()).toBe('89.96403596602');
    expect(earlier?.namedFees.toFixed()).toBe('0');
  });

  it('is quantity times price, and no fee, in log lines of earlier versions', async () => {
    const line = await fresh.knex('events').where({ kind: 'TRADE' }).first<{ payload: string }>();
    const { orders, ...rest } = JSON.parse(line.payload) as { orders: Record<string, unknown>[] };
    const earlier = orders.map(({ namedFees: _, fills, ...order }) => ({
      ...order,
      fills: (fills as { value?: string }[]).map(({ value: _value, ...fill }) => fill),
    }));
    const payload = JSON.stringify({ ...rest, orders: earlier });
    await fresh.knex('events').where({ kind: 'TRADE' }).update({ payload });
    const asOf = await fresh.book.read('ada').ordersAsOf('paper_trade-1', [2]);
    const [order] = asOf.get(2) ?? [];
    expect(order?.fills[0]?.value.toFixed()).toBe('89.96403596602');
    expect(order?.namedFees.toFixed()).toBe('0');
  });
});
