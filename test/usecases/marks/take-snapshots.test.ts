import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

const OTHER = 'SPY260327C00565000';

describe('snapshots', () => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  beforeEach(async () => {
    t = await TradierDesk.start();
    venue = new VenueAdversary(t);
    t.venue.setQuote(OTHER, { bid: 0.9, ask: 1 });
  });
  afterEach(() => t.close());

  async function opened(parts = {}): Promise<string> {
    const { id } = await t.place(parts);
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    return id;
  }
  const take = () => t.desk.takeSnapshots.execute();
  const reader = () => t.fresh.book.read('ada');
  const completeness = () => reader().completeness('2026-03-10');
  const snapshots = async (id: string) =>
    (await reader().snapshots(id, null, { first: 50, after: null })).items.map(({ item }) => item);
  const asked = () => t.venue.count('GET /markets/quotes');

  it('mark all open trades by one request, at the price that they could be sold at', async () => {
    const ids = [
      await opened(),
      await opened(),
      await opened({ option: { symbol: OTHER }, limitPrice: dec('1.00'), bracket: null }),
    ];
    const before = asked();
    await take();
    expect(asked() - before).toBe(1);
    for (const id of ids) expect(await snapshots(id)).toHaveLength(1);
    const [snapshot] = await snapshots(ids[0]!);
    expect(snapshot?.price?.toFixed()).toBe('1.45');
    expect(snapshot?.mid?.toFixed()).toBe('1.5');
    expect(snapshot?.underlyingPrice?.toFixed()).toBe('558.21');
    const { trade } = await t.stored(ids[2]!);
    expect(trade.mark?.price?.toFixed()).toBe('0.9');
    expect(await completeness()).toMatchObject({ expected: 3, taken: 3, gaps: [] });
  });

  it('are no events: version and log do not change', async () => {
    const id = await opened();
    const before = await t.stored(id);
    const { sequence } = await reader().account();
    await take();
    const after = await t.stored(id);
    expect(after.trade.version).toBe(before.trade.version);
    expect(after.trade.mark?.receivedAt).toEqual(t.clock.now());
    expect((await reader().account()).sequence).toBe(sequence);
  });

  it('record a miss with its cause: a symbol without a quote, a provider that is down', async () => {
    await opened();
    await opened({ option: { symbol: OTHER }, limitPrice: dec('1.00'), bracket: null });
    t.venue.market.remove(OTHER);
    await take();
    expect(await completeness()).toMatchObject({
      expected: 2,
      taken: 1,
      gaps: [{ count: 1, cause: 'no quote' }],
    });
    t.venue.fail('GET /markets/quotes', { status: 503, text: 'down' }, 20);
    t.pass(40);
    await take();
    const { expected, taken, gaps } = await completeness();
    expect([expected, taken]).toEqual([4, 1]);
    expect(gaps).toHaveLength(2);
    expect(gaps.some(({ cause, count }) => cause.startsWith('provider') && count === 2)).toBe(true);
  });

  it('leave excursions incomplete for good after a gap', async () => {
    const id = await opened();
    const complete: boolean[] = [];
    for (const seconds of [40, 40, 600, 40, 40]) {
      t.pass(seconds);
      await take();
      complete.push((await t.stored(id)).trade.excursionsComplete);
    }
    expect(complete).toEqual([true, true, false, false, false]);
  });

  it('belong to the exchange’s day, in the evening too', async () => {
    await opened();
    await take();
    for (const [time, taken] of [
      ['2026-03-11T03:59:00Z', 1], // 23:59 in New York.
      ['2026-03-11T04:00:00Z', 0],
    ] as const) {
      t.clock.set(new Date(time));
      t.venue.now = t.clock.now();
      expect((await t.desk.account.status(ADA)).snapshotCompleteness).toMatchObject({ taken });
    }
  });

  it('keep the last mark when no new one is available, and never write one of 0', async () => {
    const id = await opened();
    await take();
    const { mark } = (await t.stored(id)).trade;
    t.venue.fail('GET /markets/quotes', { status: 503, text: 'down' }, 20);
    t.pass(40);
    await take();
    expect((await t.stored(id)).trade.mark).toEqual(mark);
    expect(await snapshots(id)).toHaveLength(1);
  });

  it('are not due outside market hours, nor counted as missed', async () => {
    const id = await opened();
    t.venue.setMarketState('postmarket');
    // The venue's clock is asked again at this time.
    t.pass(300);
    await take();
    expect(await snapshots(id)).toEqual([]);
    expect(await completeness()).toMatchObject({ expected: 0, taken: 0 });
  });

  it('widen the excursions to the best and worst exit-side price', async () => {
    const id = await opened();
    for (const [bid, ask] of [
      [1.8, 1.9],
      [1.2, 1.3],
      [1.5, 1.6],
    ] as const) {
      t.pass(40);
      t.quote(bid, ask);
      await take();
    }
    const { trade } = await t.stored(id);
    expect(trade.maxFavorableExcursion?.toFixed()).toBe('0.3');
    expect(trade.maxAdverseExcursion?.toFixed()).toBe('-0.3');
  });

  it.each([
    ['locked', 1.9, 1.9],
    ['crossed', 2.2, 2.1],
    ['absurd', 0.1, 9],
    ['without a bid', 0, 0.05],
  ])('widen no excursion by a quote that is %s', async (_fault, bid, ask) => {
    const id = await opened();
    await take();
    const { maxFavorableExcursion, maxAdverseExcursion } = (await t.stored(id)).trade;
    t.pass(40);
    t.quote(bid, ask);
    await take();
    const { trade } = await t.stored(id);
    expect(trade.mark?.bid?.toNumber()).toBe(bid);
    expect(trade).toMatchObject({ maxFavorableExcursion, maxAdverseExcursion });
  });
});
