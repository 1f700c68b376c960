import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

describe.each(databases())('the P&L of a day on %s', (_, open) => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  let id: string;
  beforeEach(async () => {
    t = await TradierDesk.start(open);
    venue = new VenueAdversary(t);
    ({ id } = await t.place({ bracket: null }));
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
  });
  afterEach(() => t.close());

  async function sellOne(): Promise<void> {
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const close = { id, expectedVersion, idempotencyKey: t.key(), quantity: dec(1) };
    await t.desk.trading.executeOrder(ADA, { close: { ...close, orderType: 'MARKET' } });
    venue.act({ kind: 'fill', part: 'close', quantity: 1 });
    await t.sync();
  }
  async function marked(bid: number): Promise<void> {
    t.quote(bid, bid + 0.1);
    await t.desk.takeSnapshots.execute();
  }
  async function next(day: string): Promise<void> {
    t.clock.set(new Date(`${day}T15:00:00Z`));
    t.venue.now = t.clock.now();
    await marked(1.7);
  }
  const portfolio = () => t.desk.trading.calculatePnL(ADA);
  const dayPnl = async () => (await portfolio()).dayPnl!;

  it('covers what is held after a partial sale on an earlier day, and counts no fee twice', async () => {
    await marked(1.6);
    await sellOne();
    await marked(1.6);
    await next('2026-03-11');
    // Two contracts have risen from 1.60 to 1.70.
    expect((await dayPnl()).toFixed()).toBe('20');
  });

  it('adds up over the days to the book’s whole gain', async () => {
    await marked(1.6);
    await sellOne();
    await marked(1.6);
    let days = await dayPnl();
    for (const day of ['2026-03-11', '2026-03-12', '2026-03-13']) {
      await next(day);
      if (day !== '2026-03-11') await sellOne();
      if ((await t.stored(id)).trade.phase === 'OPEN') await marked(1.8);
      days = days.plus(await dayPnl());
    }
    const { realizedPnl, openPnl, fees } = await portfolio();
    expect((await t.stored(id)).trade.phase).toBe('CLOSED');
    expect(days.toFixed()).toBe(realizedPnl.plus(openPnl!).minus(fees).toFixed());
  });
});
