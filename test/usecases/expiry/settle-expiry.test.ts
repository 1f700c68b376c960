import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CrashAt } from '../../support/desks/crash-at.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

const EXPIRY = '2026-03-27';
const evening = (date: string) => new Date(`${date}T21:00:00Z`);

describe('expiry', () => {
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

  function itIs(now: Date): void {
    t.clock.set(now);
    t.venue.now = now;
  }

  const account = () => t.fresh.book.read('ada').account();
  const settle = () => t.desk.settleExpiry.execute();
  const statusOf = async (id: string) => (await t.stored(id)).trade.status;

  it('requests the close of an underlying and date once, however many trades it settles', async () => {
    const ids = [await opened(), await opened(), await opened()];
    itIs(evening(EXPIRY));
    t.venue.setClose('SPY', EXPIRY, 560);
    const before = t.venue.count('GET /markets/history');
    await settle();
    expect(t.venue.count('GET /markets/history') - before).toBe(1);
    for (const id of ids) expect(await statusOf(id)).toBe('EXPIRED_OTM');
  });

  it.each([
    ['560', 'EXPIRED_OTM', '0', '99548.95'],
    ['560.009', 'EXPIRED_OTM', '0', '99548.95'],
    ['560.01', 'EXPIRED_ITM', '0.01', '99551.95'],
    ['571.5', 'EXPIRED_ITM', '11.5', '102998.95'],
    ['400', 'EXPIRED_OTM', '0', '99548.95'],
  ])('at a close of %s ends as %s, worth %s, once', async (close, status, worth, cash) => {
    const id = await opened();
    itIs(evening(EXPIRY));
    t.venue.setClose('SPY', EXPIRY, Number(close));
    await settle();
    await settle();
    const { trade, orders } = await t.stored(id);
    expect(trade).toMatchObject({ status, phase: 'CLOSED', closeReason: status });
    expect(trade.settlement?.price.toFixed()).toBe(close);
    expect(trade.settlement?.intrinsic.toFixed()).toBe(worth);
    expect(trade.settlement?.source).toBe('tradier history');
    expect(trade.settlement?.sourceTime).toEqual(new Date('2026-03-27T20:00:00Z'));
    // The trade ends on the day of the close, whenever the desk learns of the close.
    expect(trade.closedAt).toEqual(new Date('2026-03-27T20:00:00Z'));
    expect(trade.settlement?.settledAt).toEqual(evening(EXPIRY));
    expect((await account()).cash.toFixed()).toBe(cash);
    expect((await t.events(id)).filter((type) => type === 'SETTLED')).toHaveLength(1);
    expect(orders.every((order) => ['FILLED', 'EXPIRED'].includes(order.status))).toBe(true);
    expect(await t.fresh.book.read('ada').positions()).toEqual([]);
  });

  it('waits for an official close, and asks a person on the third exchange day', async () => {
    const id = await opened();
    const evenings = ['2026-03-27', '2026-03-28', '2026-03-30', '2026-03-31'].map(evening);
    // In New York it is still the evening of the second day.
    for (const now of [...evenings, new Date('2026-04-01T03:59:00Z')]) {
      itIs(now);
      await settle();
      expect(await statusOf(id), now.toISOString()).toBe('OPEN');
    }
    itIs(evening('2026-04-01'));
    await settle();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'NEEDS_REVIEW', phase: 'OPEN' });
    expect(await t.alerts()).toContain('NEEDS_REVIEW');
    t.venue.setClose('SPY', EXPIRY, 571);
    await settle();
    expect(await statusOf(id)).toBe('NEEDS_REVIEW');
  });

  it('rejects the close of another day', async () => {
    const id = await opened();
    itIs(evening(EXPIRY));
    const day = { date: '2026-03-26', open: 570, high: 572, low: 569, close: 571, volume: 1 };
    const text = JSON.stringify({ history: { day } });
    t.venue.fail('GET /markets/history', { status: 200, text }, 1);
    await settle();
    expect(await statusOf(id)).toBe('OPEN');
  });

  it('waits for the close of the contract’s last day', async () => {
    const id = await opened();
    t.venue.setClose('SPY', EXPIRY, 571);
    itIs(new Date('2026-03-27T19:59:59Z'));
    await settle();
    expect(await statusOf(id)).toBe('OPEN');
  });

  it('records a fill of the last minute first', async () => {
    const id = await opened();
    venue.act({ kind: 'fill', part: 'target', quantity: 3 });
    itIs(evening(EXPIRY));
    t.venue.setClose('SPY', EXPIRY, 571);
    await settle();
    expect(await statusOf(id)).toBe('TP_HIT');
  });

  it('waits until the venue answers, and settles then', async () => {
    const id = await opened();
    itIs(evening(EXPIRY));
    t.venue.setClose('SPY', EXPIRY, 571);
    t.venue.fail('GET /orders', { status: 503, text: 'down' }, 50);
    await expect(settle()).rejects.toThrow('Some expiries could not be settled');
    expect(await statusOf(id)).toBe('OPEN');
    t.venue.heal();
    await settle();
    expect(await statusOf(id)).toBe('EXPIRED_ITM');
  });

  it('sends nothing for the contract and raises no alert while it waits for its close', async () => {
    const id = await opened();
    itIs(new Date('2026-03-27T20:00:30Z'));
    for (const order of venue.working()) t.venue.expireOrder(order.id);
    const posts = t.venue.count('POST /orders');
    await t.sync();
    t.venue.setPosition('SPY260327C00560000', 0);
    await t.desk.reconcile.execute();
    t.quote(0.01, 0.02);
    await t.desk.watchExits.execute();
    expect(t.venue.count('POST /orders')).toBe(posts);
    expect(await statusOf(id)).toBe('OPEN');
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const close = { id, expectedVersion, idempotencyKey: t.key(), orderType: 'MARKET' } as const;
    await expect(t.desk.trading.executeOrder(ADA, { close })).rejects.toMatchObject({
      code: 'MARKET_CLOSED',
    });
    t.venue.setClose('SPY', EXPIRY, 550);
    itIs(evening(EXPIRY));
    await settle();
    expect(await statusOf(id)).toBe('EXPIRED_OTM');
    expect(await t.alerts()).toEqual([]);
  });

  it('catches up after days offline, and never changes what is settled', async () => {
    const id = await opened();
    itIs(evening('2026-03-31'));
    t.venue.setClose('SPY', EXPIRY, 571);
    t.restart();
    await t.desk.reconcile.execute();
    await settle();
    const settled = await t.stored(id);
    expect(settled.trade.status).toBe('EXPIRED_ITM');
    t.venue.setClose('SPY', EXPIRY, 900);
    t.venue.fill(t.legs()[1] ?? 0, { price: '9.00' });
    for (const act of [() => t.desk.reconcile.execute(), settle, () => t.sync()]) await act();
    await t.desk.takeSnapshots.execute();
    expect(await t.stored(id)).toEqual(settled);
  });

  it('settles once, wherever the desk is killed', async () => {
    const id = await opened();
    itIs(evening(EXPIRY));
    t.venue.setClose('SPY', EXPIRY, 571);
    for (let step = 1, crashed = true; crashed; step += 1) {
      const crash = new CrashAt(step);
      t.restart(crash.through);
      await settle().catch(() => undefined);
      crashed = crash.happened;
    }
    expect((await t.events(id)).filter((type) => type === 'SETTLED')).toHaveLength(1);
    expect((await account()).cash.toFixed()).toBe('102848.95');
  });
});
