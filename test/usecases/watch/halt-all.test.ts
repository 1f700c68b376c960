import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

describe.each(['switch', 'file'])('HALT_ALL by %s', (by) => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  beforeEach(async () => {
    t = await TradierDesk.start();
    venue = new VenueAdversary(t);
  });
  afterEach(() => t.close());

  async function opened(): Promise<string> {
    const { id } = await t.place();
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    return id;
  }
  async function halt() {
    if (by === 'file') t.deskHalt = 'HALT_ALL';
    else await t.desk.account.setKillSwitch(ADA, 'HALT_ALL');
  }
  async function keyed(id: string) {
    const { version: expectedVersion } = (await t.stored(id)).trade;
    return { id, expectedVersion, idempotencyKey: t.key() };
  }

  it('leaves working orders at the venue, also when they no longer fit', async () => {
    await opened();
    t.venue.quirks.shrinksSibling = false;
    await halt();
    venue.act({ kind: 'fill', part: 'target', quantity: 1 });
    await t.sync();
    await t.sync();
    expect(t.venue.count('DELETE /orders/:id')).toBe(0);
    expect(venue.working().map((order) => order.type)).toEqual(['limit', 'stop']);
  });

  it('holds back exits that the desk would place, and reports that nothing protects the position', async () => {
    const { id } = await t.place({ orderType: 'MARKET', limitPrice: null });
    await halt();
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    expect(venue.working()).toEqual([]);
    expect(await t.alerts()).toContain('UNPROTECTED');
    if (by === 'file') t.deskHalt = 'OFF';
    else await t.desk.account.setKillSwitch(ADA, 'OFF');
    await t.sync();
    expect((await t.stored(id)).trade.protection).toBe('VENUE');
    expect(await t.alerts()).toEqual([]);
  });

  it('lets a person close, also when the cancel takes a while', async () => {
    const id = await opened();
    await halt();
    venue.act({ kind: 'trouble', trouble: 'slowCancel' });
    await t.desk.trading.executeOrder(ADA, {
      close: { ...(await keyed(id)), orderType: 'MARKET' },
    });
    expect(t.venue.count('POST /orders')).toBe(1);
    venue.behave();
    await t.sync();
    venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('MANUAL_CLOSE');
  });

  it('lets a person move the stop', async () => {
    const id = await opened();
    await halt();
    await t.desk.trading.updatePosition(ADA, {
      bracket: { ...(await keyed(id)), stopLoss: dec('1.20') },
    });
    expect((await t.stored(id)).trade.bracket.stopLoss?.toFixed()).toBe('1.2');
  });

  it('cancels orders of a position that is flat', async () => {
    const id = await opened();
    t.venue.quirks.siblingCancelMs = Infinity;
    await halt();
    venue.act({ kind: 'fill', part: 'target', quantity: 3 });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('TP_HIT');
    expect(venue.working()).toEqual([]);
  });
});
