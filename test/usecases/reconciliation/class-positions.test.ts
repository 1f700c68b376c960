import { afterEach, beforeEach, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';

let t: TradierDesk;
beforeEach(async () => {
  t = await TradierDesk.start();
  t.venue.setQuote('BRK/B', { bid: '500', ask: '500.10', last: '500.05' });
});
afterEach(() => t.close());

it('a share stored with a dot and one listed by the venue with a slash are one position', async () => {
  const buy = { option: null, equity: { symbol: 'BRK.B' }, side: 'BUY' } as const;
  const order = { ...buy, quantity: dec(10), limitPrice: dec('500.10'), bracket: null };
  const bought = async () => {
    const { id } = await t.place(order);
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '500.10' });
    await t.sync();
    return id;
  };
  const old = await bought();
  // As it was stored before every spelling was known.
  const dotted = { symbol: 'BRK.B', underlying: 'BRK.B' };
  await t.fresh.knex('trades').where({ id: old }).update(dotted).increment('version');
  await t.fresh.knex('positions').update(dotted);
  const young = await bought();
  expect((await t.stored(old)).trade.instrument.symbol).toBe('BRK.B');
  expect((await t.stored(young)).trade.instrument.symbol).toBe('BRK/B');
  for (let looks = 0; looks < 3; looks += 1) await t.desk.reconcile.execute();
  expect((await t.stored(old)).trade.status).toBe('OPEN');
  expect((await t.stored(young)).trade.status).toBe('OPEN');
  expect(await t.alerts()).toEqual([]);
  const checks = await t.fresh.book.read('ada').invariantChecks();
  const quantity = checks.find(({ invariant }) => invariant === 'QUANTITY');
  expect(quantity).toMatchObject({ state: 'HOLDS', evidence: '1 position agrees.' });
});
