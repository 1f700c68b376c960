import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TradierDesk } from '../support/tradier-desk.ts';

describe('comparing positions', () => {
  let t: TradierDesk;

  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  it('does not take an exit that fills right then for somebody else’s doing', async () => {
    const { id } = await t.place();
    const [entry = 0, target = 0] = t.legs();
    t.venue.fill(entry, { price: '1.50' });
    await t.sync();
    let looks = 0;
    t.restart((deps) => ({
      ...deps,
      brokers: {
        of: async (...asked) => {
          const broker = (await deps.brokers.of(...asked))!;
          const positions = broker.positions.bind(broker);
          broker.positions = () => {
            if (looks++ === 0) t.venue.fill(target, { price: '2.50' });
            return positions();
          };
          return broker;
        },
      },
    }));
    await t.desk.reconcile.execute();
    expect((await t.stored(id)).trade.status).toBe('TP_HIT');
    expect(await t.alerts()).toEqual([]);
  });
});
