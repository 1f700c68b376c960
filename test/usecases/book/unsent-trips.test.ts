import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BrokerBusy, type Broker } from '../../../server/ports/broker.ts';
import { databases } from '../../support/databases/databases.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { REFUSED, tripScene } from '../../support/desks/trip-scene.ts';
import { brokersThrough } from '../../support/fakes/brokers.ts';

describe.each(databases())('REAL’s switch, kept on %s', (_, open) => {
  let t: TradierDesk;
  let scene: ReturnType<typeof tripScene>;
  beforeEach(async () => {
    t = await TradierDesk.start(open, { mode: 'REAL' });
    scene = tripScene(t);
  });
  afterEach(() => t.close());

  function busy(): void {
    const wrap = (broker: Broker) =>
      Object.assign(broker, {
        place: () => Promise.reject(new BrokerBusy('the budget of this minute is spent')),
      });
    t.restart((deps) => ({ ...deps, brokers: brokersThrough(deps.brokers, wrap) }));
  }

  it('does not trip on orders that never left the desk', async () => {
    busy();
    for (let n = 0; n < 6; n += 1) {
      const { id } = await scene.place();
      const { trade, orders } = await t.stored(id);
      expect([trade.status, orders[0]!.sentAt]).toEqual(['CANCELED', null]);
      t.pass(1);
    }
    await scene.round();
    expect([await scene.level(), await scene.causes()]).toEqual(['OFF', []]);
    expect(t.venue.count('POST /orders')).toBe(0);
  });

  it('counts on over orders that never left the desk', async () => {
    await scene.failSends(4);
    busy();
    await scene.place();
    t.pass(1);
    expect(await scene.level()).toBe('OFF');
    t.restart();
    t.venue.fail('POST /orders', REFUSED, 1);
    await scene.place();
    expect(await scene.level()).toBe('HALT_ENTRIES');
  });
});
