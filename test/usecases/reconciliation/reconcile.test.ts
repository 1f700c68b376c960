import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { brokersThrough } from '../../support/fakes/brokers.ts';

describe('comparing positions', () => {
  let t: TradierDesk;

  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  it.each([
    ['an exit that fills', 1],
    ['exits of two trades that fill, each', 2],
  ])('does not take %s between two answers for somebody else’s trade', async (_, count) => {
    const targets: number[] = [];
    const ids: string[] = [];
    for (let trade = 0; trade < count; trade += 1) {
      ids.push((await t.place()).id);
      const [entry = 0, target = 0] = t.legs();
      t.venue.fill(entry, { price: '1.50' });
      targets.push(target);
    }
    await t.sync();
    let looks = 0;
    t.restart((deps) => ({
      ...deps,
      brokers: brokersThrough(deps.brokers, (broker) => {
        const positions = broker.positions.bind(broker);
        broker.positions = () => {
          const target = targets[looks++];
          if (target) t.venue.fill(target, { price: '2.50' });
          return positions();
        };
        return broker;
      }),
    }));
    await t.desk.reconcile.execute();
    await t.sync();
    expect(looks).toBeGreaterThanOrEqual(count);
    for (const id of ids) expect((await t.stored(id)).trade.status).toBe('TP_HIT');
    expect(await t.alerts()).toEqual([]);
  });

  it.each([
    ['all of it', 0],
    ['a part of it', -1],
    ['more than it', 2],
  ])('recognises its own short position, and that somebody bought back %s', async (_, left) => {
    const symbol = 'SPY260327P00540000';
    t.venue.setQuote(symbol, { bid: 1.45, ask: 1.55, last: 1.5 });
    const short = { option: { symbol }, side: 'SELL_TO_OPEN' } as const;
    const bracket = { stopLoss: dec('3.00'), takeProfit: dec('0.50') };
    const { id } = await t.place({ ...short, bracket });
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    for (let looks = 0; looks < 2; looks += 1) await t.desk.reconcile.execute();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(await t.alerts()).toEqual([]);
    t.venue.setPosition(symbol, left);
    await t.desk.reconcile.execute();
    expect((await t.stored(id)).trade.status).toBe('NEEDS_REVIEW');
    expect(await t.alerts()).toEqual(['FOREIGN_CHANGE']);
  });
});
