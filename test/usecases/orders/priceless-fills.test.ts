import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

/** The venue says "filled" some reads before it says at which price. */
describe('a fill without a price yet', () => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  beforeEach(async () => {
    t = await TradierDesk.start();
    venue = new VenueAdversary(t);
  });
  afterEach(() => t.close());

  it('keeps the entry’s exits waiting: they are booked after it, and nothing is sent', async () => {
    const { id } = await t.place();
    const [entry = 0, target = 0] = t.legs();
    t.venue.fill(entry, { price: '1.50' });
    t.venue.fill(target, { price: '2.50' });
    t.venue.order(entry).pricelessReads = 3;
    await t.sync();
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('PENDING');
    for (let round = 0; round < 3; round += 1) await t.sync();
    const { trade } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'TP_HIT', phase: 'CLOSED' });
    expect(trade.realizedPnl.toFixed()).toBe('300');
    expect(await t.alerts()).toEqual([]);
    expect(t.venue.count('POST /orders')).toBe(1);
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('of the target does not count as somebody else’s sale, though its stop is gone', async () => {
    const { id } = await t.place();
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    venue.act({ kind: 'priceless', reads: 2 });
    venue.act({ kind: 'fill', part: 'target', quantity: 3 });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
    expect(await t.alerts()).toEqual([]);
    for (let round = 0; round < 3; round += 1) await t.sync();
    expect((await t.stored(id)).trade.status).toBe('TP_HIT');
    expect(await t.alerts()).toEqual([]);
    expect(t.venue.count('DELETE /orders/:id')).toBe(0);
  });
});
