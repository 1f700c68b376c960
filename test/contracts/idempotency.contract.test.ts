import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { Refusal } from '../../server/domain/refusal.ts';
import type { Trade } from '../../server/domain/trade/trade.ts';
import type { BookDesk } from '../../server/usecases/book-desk.ts';
import { databases } from '../support/databases/databases.ts';
import { ADA, TradierDesk } from '../support/desks/tradier-desk.ts';

describe.each(databases())('one idempotency key on %s', (_, open) => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start(open);
  });
  afterEach(() => t.close());

  it('gives one trade and one order, a hundred times at once at two servers', async () => {
    const input = t.ticket();
    const servers = [t.desk, t.restart()];
    const placing = Array.from({ length: 100 }, (_, i) =>
      servers[i % servers.length]!.trading.executeOrder(ADA, { open: input }),
    );
    const ids = new Set((await Promise.all(placing)).map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect(t.venue.count('POST /orders')).toBe(1);
    const again = await t.restart().trading.executeOrder(ADA, { open: input });
    expect([...ids]).toEqual([again.id]);
    const other = t.desk.trading.executeOrder(ADA, { open: { ...input, quantity: dec(4) } });
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

  it('gives one close and one bracket move, twenty times at once', async () => {
    const moving = { ...(await opened()), stopLoss: dec('1.20') };
    const moved = await atOnce((server) => server.trading.updatePosition(ADA, { bracket: moving }));
    expect(new Set(moved.map(({ id }) => id))).toEqual(new Set([moving.id]));
    expect(t.venue.count('POST /orders')).toBe(2);
    const { version: expectedVersion } = (await t.stored(moving.id)).trade;
    const closing = { id: moving.id, expectedVersion, idempotencyKey: t.key() };
    const close = { ...closing, orderType: 'MARKET' } as const;
    const closed = await atOnce((server) => server.trading.executeOrder(ADA, { close }));
    expect(new Set(closed.map(({ id }) => id))).toEqual(new Set([moving.id]));
    expect(t.venue.count('POST /orders')).toBe(3);
    const other = t.desk.trading.executeOrder(ADA, { close: { ...close, quantity: dec(1) } });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('distinguishes a removed stop from one left out', async () => {
    const moving = { ...(await opened()), takeProfit: dec('2.80') };
    await t.desk.trading.updatePosition(ADA, { bracket: moving });
    const cleared = t.desk.trading.updatePosition(ADA, { bracket: { ...moving, stopLoss: null } });
    await expect(cleared).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    expect((await t.stored(moving.id)).trade.bracket.stopLoss?.toFixed()).toBe('1');
  });

  it('lets one of twenty keys move a stop, and shows the others the current one', async () => {
    const { id, expectedVersion } = await opened();
    const prices = Array.from({ length: 20 }, (_, n) => dec(1).plus(dec(n + 1).div(100)));
    const servers = [t.desk, t.restart()];
    const moves = prices.map((stopLoss, n) =>
      servers[n % 2]!.trading.updatePosition(ADA, {
        bracket: {
          id,
          expectedVersion,
          idempotencyKey: t.key(),
          stopLoss,
        },
      }),
    );
    const results = await Promise.allSettled(moves);
    const won = results.flatMap(({ status }, n) => (status === 'fulfilled' ? [prices[n]] : []));
    expect(won).toHaveLength(1);
    for (const each of results) {
      if (each.status === 'fulfilled') continue;
      const { code, detail } = each.reason as Refusal;
      expect(code).toBe('CONFLICT');
      const current = detail.current as Trade;
      expect([current.id, current.version > expectedVersion]).toEqual([id, true]);
      expect([current.bracket.stopLoss, current.wantedBracket?.stopLoss]).toContainEqual(won[0]);
    }
    expect((await t.stored(id)).trade.bracket.stopLoss).toEqual(won[0]);
    const standing = t.venue.account.live().flatMap(({ stop }) => stop ?? []);
    expect(standing).toEqual(won);
  });
});
