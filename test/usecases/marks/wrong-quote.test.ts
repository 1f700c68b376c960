import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

const TIGHT = { stopLoss: dec('1.48'), takeProfit: dec('1.52') };

describe('a share’s price under its option’s symbol', () => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  beforeEach(async () => {
    t = await TradierDesk.start();
    t.quote(1.49, 1.51);
    venue = new VenueAdversary(t);
  });
  afterEach(() => t.close());

  const goesWrong = () =>
    t.venue.setQuote(SPY_CALL.symbol, { bid: 558.2, ask: 558.22, type: 'stock' });

  async function opened(bracket: typeof TIGHT | null = null): Promise<string> {
    const { id } = await t.place({ bracket });
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    return id;
  }

  it('does not stop a fill from being recorded or its exits from being placed', async () => {
    const { id } = await t.place();
    goesWrong();
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    const { trade } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'VENUE', entryGreeks: null });
    expect(trade.mark?.price?.toFixed()).toBe('1.49');
  });

  it('prices no ticket: a market order is refused, a limit order waits without a mark', async () => {
    goesWrong();
    const market = { orderType: 'MARKET', limitPrice: null, bracket: null } as const;
    await expect(t.place(market)).rejects.toMatchObject({ code: 'PRICE_UNTRUSTED' });
    expect(await t.place()).toMatchObject({ status: 'PENDING', mark: null });
    expect(t.venue.count('POST /orders')).toBe(1);
  });

  it('triggers no exit that the desk watches, and does not count as a mark', async () => {
    const id = await opened(TIGHT);
    goesWrong();
    await t.desk.watchExits.execute();
    await t.desk.takeSnapshots.execute();
    const { trade } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'WATCHED' });
    expect(trade.mark?.price?.toFixed()).toBe('1.49');
    const { gaps } = await t.fresh.book.read('ada').completeness('2026-03-10');
    expect(gaps.map(({ cause }) => cause)).toEqual(['a quote of something else']);
  });

  it('gives no estimate of what a close would bring', async () => {
    const id = await opened();
    const close = { id, expectedVersion: 0, idempotencyKey: t.key(), orderType: 'MARKET' } as const;
    expect((await t.desk.previews.close(ADA, close)).cost?.toFixed()).toBe('-447');
    goesWrong();
    expect((await t.desk.previews.close(ADA, close)).cost).toBeNull();
  });
});
