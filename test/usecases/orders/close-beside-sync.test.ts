import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Book } from '../../../server/ports/book.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

let t: TradierDesk;
beforeEach(async () => {
  t = await TradierDesk.start();
});
afterEach(() => t.close());

/** Runs `act` once, right after the close is stored and before it is sent. */
function atIntent(book: Book, id: string, act: () => Promise<void>): Book {
  let done = false;
  return new Proxy(book, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = (...args: unknown[]): unknown => Reflect.apply(value, target, args) as unknown;
      if (name !== 'change') return call;
      return async (...args: unknown[]): Promise<unknown> => {
        const result = await call(...args);
        if (done) return result;
        const { orders } = await t.stored(id);
        if (!orders.some(({ role, status }) => role === 'CLOSE' && status === 'INTENT'))
          return result;
        done = true;
        await act();
        return result;
      };
    },
  });
}

it('a close succeeds when a sync sends it first, once', async () => {
  const { id } = await t.place();
  t.venue.fill(t.legs()[0]!, { quantity: 3, price: '1.50' });
  await t.sync();
  const { version: expectedVersion } = (await t.stored(id)).trade;
  const other = t.desk;
  let raced = false;
  t.restart((deps) => ({
    ...deps,
    book: atIntent(deps.book, id, async () => {
      raced = true;
      await other.syncOrders.execute();
    }),
  }));
  const input = { id, expectedVersion, idempotencyKey: t.key(), orderType: 'MARKET' } as const;
  const trade = await t.desk.trading.executeOrder(ADA, { close: input });
  expect([raced, trade.status]).toEqual([true, 'CLOSING']);
  const closes = t.venue.orders.filter(({ type }) => type === 'market');
  expect(closes).toHaveLength(1);
});
