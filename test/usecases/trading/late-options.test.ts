import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

/**
 * SPY's options trade until 16:15, AAPL's and all shares until 16:00; on a half-day both end three hours
 * earlier.
 */
describe('an option that trades fifteen minutes longer', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
    t.venue.setDay('2026-11-27', { close: '13:00' });
  });
  afterEach(() => t.close());

  const CALL = 'SPY261218C00560000';
  const APPLE = 'AAPL261218C00250000';
  const MARKET = { orderType: 'MARKET', limitPrice: null, bracket: null } as const;

  function itIs(time: string): void {
    const now = new Date(time);
    t.clock.set(now);
    t.venue.now = now;
    for (const symbol of [CALL, APPLE, 'SPY', 'SPY260327C00560000'])
      t.venue.setQuote(symbol, { bid: 1.45, ask: 1.55, last: 1.5 });
  }
  const answer = (what: Promise<unknown>) =>
    what.then(
      () => 'taken',
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    );
  const sessionOf = async (parts: Partial<TicketInput>) => {
    const { riskChecks } = await t.desk.previews.trade(ADA, t.ticket(parts));
    return riskChecks.find(({ rule }) => rule === 'SESSION')!.passed ? 'taken' : 'MARKET_CLOSED';
  };

  it.each([
    ['2026-03-10T20:14:59Z', CALL, 'taken'],
    ['2026-03-10T20:15:00Z', CALL, 'MARKET_CLOSED'],
    ['2026-03-10T20:00:00Z', APPLE, 'MARKET_CLOSED'],
    ['2026-11-27T18:14:59Z', CALL, 'taken'],
    ['2026-11-27T18:15:00Z', CALL, 'MARKET_CLOSED'],
    ['2026-03-27T19:59:59Z', 'SPY260327C00560000', 'taken'],
    ['2026-03-27T20:00:00Z', 'SPY260327C00560000', 'BAD_USER_INPUT'],
  ])('at %s a market order for %s is %s', async (time, symbol, expected) => {
    itIs(time);
    const parts = { ...MARKET, option: { symbol } };
    if (expected !== 'BAD_USER_INPUT') expect(await sessionOf(parts)).toBe(expected);
    expect(await answer(t.place(parts))).toBe(expected);
  });

  it('refuses its shares after their own close', async () => {
    itIs('2026-03-10T20:05:00Z');
    const shares = { ...MARKET, option: null, equity: { symbol: 'SPY' }, side: 'BUY' } as const;
    expect(await sessionOf(shares)).toBe('MARKET_CLOSED');
    expect(await answer(t.place(shares))).toBe('MARKET_CLOSED');
  });

  it('can be closed by a person until then, as the preview of the close shows', async () => {
    itIs('2026-03-10T16:00:00Z');
    const { id } = await t.place({ option: { symbol: CALL }, bracket: null, timeInForce: 'GTC' });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    const close = async (orderType: 'MARKET' | 'LIMIT' = 'MARKET') => {
      const { version: expectedVersion } = (await t.stored(id)).trade;
      const limitPrice = orderType === 'LIMIT' ? dec('1.50') : null;
      return { id, expectedVersion, idempotencyKey: t.key(), orderType, limitPrice };
    };
    const shown = async () => {
      const { riskChecks } = await t.desk.previews.close(ADA, await close());
      return riskChecks.map(({ rule, passed, message }) => `${rule} ${passed} ${message}`);
    };
    itIs('2026-03-10T20:15:00Z');
    expect(await shown()).toEqual([
      'SESSION false A MARKET order for SPY261218C00560000 needs its regular session, which ends at 16:15 in New York; now it is POST_MARKET.',
    ]);
    expect(await answer(t.desk.trading.executeOrder(ADA, { close: await close() }))).toBe(
      'MARKET_CLOSED',
    );
    itIs('2026-03-10T20:14:00Z');
    expect(await shown()).toEqual(['SESSION true The order may go out now.']);
    expect((await t.desk.trading.executeOrder(ADA, { close: await close() })).status).toBe(
      'CLOSING',
    );
    expect(t.venue.orders.at(-1)).toMatchObject({ side: 'sell_to_close', type: 'market' });
  });
});
