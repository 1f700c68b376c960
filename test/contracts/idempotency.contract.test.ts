import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { BookDesk } from '../../server/usecases/book-desk.ts';
import { databases } from '../support/databases.ts';
import { ADA, TradierDesk } from '../support/tradier-desk.ts';

describe.each(databases())('one idempotency key on %s', (_, open) => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start(open);
  });
  afterEach(() => t.close());

  it('a hundred times at once, at two servers, is one trade and one order', async () => {
    const input = t.ticket();
    const servers = [t.desk, t.restart()];
    const placing = Array.from({ length: 100 }, (_, i) =>
      servers[i % servers.length]!.placeTrade(ADA, input),
    );
    const ids = new Set((await Promise.all(placing)).map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect(t.venue.count('POST /orders')).toBe(1);
    const again = await t.restart().placeTrade(ADA, input);
    expect([...ids]).toEqual([again.id]);
    const other = t.desk.placeTrade(ADA, { ...input, quantity: dec(4) });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    expect(t.venue.orders).toHaveLength(1);
  });

  async function opened() {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    const { version: expectedVersion } = (await t.stored(id)).trade;
    return { id, expectedVersion, idempotencyKey: t.key() };
  }
  const atOnce = <T>(ask: (server: BookDesk) => Promise<T>) => {
    const servers = [t.desk, t.restart()];
    return Promise.all(Array.from({ length: 20 }, (_, n) => ask(servers[n % servers.length]!)));
  };

  it('twenty times at once is one close, and one move of the bracket', async () => {
    const moving = { ...(await opened()), stopLoss: dec('1.20') };
    const moved = await atOnce((server) => server.adjustBracket(ADA, moving));
    expect(new Set(moved.map(({ id }) => id))).toEqual(new Set([moving.id]));
    expect(t.venue.count('POST /orders')).toBe(2);
    const { version: expectedVersion } = (await t.stored(moving.id)).trade;
    const closing = { id: moving.id, expectedVersion, idempotencyKey: t.key() };
    const close = { ...closing, orderType: 'MARKET' } as const;
    const closed = await atOnce((server) => server.closeTrade(ADA, close));
    expect(new Set(closed.map(({ id }) => id))).toEqual(new Set([moving.id]));
    expect(t.venue.count('POST /orders')).toBe(3);
    const other = t.desk.closeTrade(ADA, { ...close, quantity: dec(1) });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('tells a stop that is taken away from one that is left alone', async () => {
    const moving = { ...(await opened()), takeProfit: dec('2.80') };
    await t.desk.adjustBracket(ADA, moving);
    const cleared = t.desk.adjustBracket(ADA, { ...moving, stopLoss: null });
    await expect(cleared).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    expect((await t.stored(moving.id)).trade.bracket.stopLoss?.toFixed()).toBe('1');
  });
});
