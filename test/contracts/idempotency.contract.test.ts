import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
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
});
