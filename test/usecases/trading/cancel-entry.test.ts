import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { BrokerBusy } from '../../../server/ports/broker.ts';
import { brokersThrough } from '../../support/fakes/brokers.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

describe('canceling an entry', () => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  beforeEach(async () => {
    t = await TradierDesk.start();
    venue = new VenueAdversary(t);
  });
  afterEach(() => t.close());

  async function cancel(id: string) {
    const { version: expectedVersion } = (await t.stored(id)).trade;
    return t.desk.trading.executeOrder(ADA, {
      cancel: { id, expectedVersion, idempotencyKey: t.key() },
    });
  }

  it('keeps what had filled before, with exits for it', async () => {
    const { id } = await t.place({ quantity: dec(10) });
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await cancel(id);
    await t.sync();
    const { trade, orders } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'VENUE', closeRequest: null });
    expect(trade.openQuantity.toFixed()).toBe('3');
    const standing = orders.filter((o) => o.role !== 'ENTRY' && o.status === 'ACCEPTED');
    expect(standing.map((order) => order.quantity.toFixed())).toEqual(['3', '3']);
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('leaves a position with its bracket when the fill won the race', async () => {
    const { id } = await t.place({ quantity: dec(2) });
    venue.act({ kind: 'fillWhenCanceled', part: 'entry' });
    const trade = await cancel(id);
    expect(trade).toMatchObject({ status: 'OPEN' });
    await t.sync();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(venue.held).toBe(2);
  });

  it('is sent again when the venue had no capacity for it', async () => {
    const { id } = await t.place();
    let full = true;
    t.restart((deps) => ({
      ...deps,
      brokers: brokersThrough(deps.brokers, (broker) => {
        const cancel = broker.cancel.bind(broker);
        broker.cancel = async (venueOrderId) => {
          if (full) throw new BrokerBusy('the budget is used up');
          return cancel(venueOrderId);
        };
        return broker;
      }),
    }));
    expect(await cancel(id)).toMatchObject({ status: 'PENDING' });
    full = false;
    await t.sync();
    await t.sync();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'CANCELED', phase: 'CLOSED' });
  });

  it('is CANCELED only once the venue has said so', async () => {
    const { id } = await t.place();
    venue.act({ kind: 'trouble', trouble: 'slowCancel' });
    expect((await cancel(id)).status).toBe('PENDING');
    venue.behave();
    await t.sync();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'CANCELED', phase: 'CLOSED' });
    expect(venue.working()).toEqual([]);
  });
});
