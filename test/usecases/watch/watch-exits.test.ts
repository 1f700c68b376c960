import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

/** Exits closer together than the venue accepts, so that the desk watches them. */
const TIGHT = { bracket: { stopLoss: dec('1.48'), takeProfit: dec('1.52') } };

describe('exits that the desk watches', () => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  beforeEach(async () => {
    t = await TradierDesk.start();
    t.quote(1.49, 1.51);
    venue = new VenueAdversary(t);
  });
  afterEach(() => t.close());

  async function opened(parts = TIGHT): Promise<string> {
    const { id } = await t.place(parts);
    venue.act({ kind: 'fill', part: 'entry', quantity: 3 });
    await t.sync();
    return id;
  }
  const watch = () => t.desk.watchExits.execute();
  const statusOf = async (id: string) => (await t.stored(id)).trade.status;
  async function close(id: string, terms: object) {
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    return t.desk.trading.executeOrder(ADA, { close: { ...keyed, orderType: 'MARKET', ...terms } });
  }

  it('show as WATCHED, with an alert, and nothing but the entry at the venue', async () => {
    const id = await opened();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'OPEN', protection: 'WATCHED' });
    expect(await t.alerts()).toEqual(['UNPROTECTED']);
    expect(venue.working()).toEqual([]);
  });

  it.each([
    [1.48, 1.6, 'SL_HIT'],
    [1.52, 1.6, 'TP_HIT'],
  ])('close at a bid of %d', async (bid, ask, status) => {
    const id = await opened();
    t.quote(bid, ask);
    await watch();
    expect(await statusOf(id)).toBe('CLOSING');
    venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await t.sync();
    expect(await statusOf(id)).toBe(status);
    expect(await t.alerts()).toEqual([]);
  });

  it.each([
    ['crossed', 1.4, 1.3],
    ['locked', 1.4, 1.4],
    ['without a bid', 0, 0.5],
    ['without an ask', 1.4, 0],
    ['with an ask of more than ten bids', 0.1, 1.01],
  ])('are not triggered by a quote %s', async (_, bid, ask) => {
    const id = await opened();
    t.quote(bid, ask);
    await watch();
    expect(await statusOf(id)).toBe('OPEN');
    expect(venue.working()).toEqual([]);
  });

  it.each([
    ['2026-03-10T20:10:00Z', 'CLOSING'],
    ['2026-03-10T20:15:00Z', 'OPEN'],
    // On its last day the option trades until 16:00.
    ['2026-03-27T19:59:59Z', 'CLOSING'],
    ['2026-03-27T20:00:00Z', 'OPEN'],
  ])(
    'of an option that trades until 16:15 are watched until then: at %s %s',
    async (at, status) => {
      const id = await opened();
      t.clock.set(new Date(at));
      t.venue.now = t.clock.now();
      t.quote(1.48, 1.6);
      await watch();
      expect(await statusOf(id)).toBe(status);
    },
  );

  it('are not triggered by a stale or missing quote', async () => {
    const id = await opened();
    t.quote(0.9, 1);
    t.clock.advance((15 * 60 + 1) * 1000);
    await watch();
    t.venue.fail('GET /markets/quotes', { status: 503, text: 'down' }, 20);
    await watch();
    expect(await statusOf(id)).toBe('OPEN');
    t.venue.heal();
    t.quote(0.9, 1);
    t.pass(0);
    await watch();
    expect(await statusOf(id)).toBe('CLOSING');
  });

  it('are not triggered by a quote that grew old while another exit was sent', async () => {
    const ids = [await opened(), await opened()];
    t.restart((deps) => ({
      ...deps,
      passFaultPoint: (point) => void (point === 'watch: triggered' && t.clock.advance(61_000)),
    }));
    t.quote(0.9, 1);
    await watch();
    expect(await Promise.all(ids.map(statusOf))).toEqual(['CLOSING', 'OPEN']);
  });

  it('wait under HALT_ALL, under which a person may still close', async () => {
    const id = await opened();
    await t.desk.account.setKillSwitch(ADA, 'HALT_ALL');
    t.quote(0.9, 1);
    await watch();
    await t.sync();
    expect(await statusOf(id)).toBe('OPEN');
    await close(id, {});
    venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await t.sync();
    expect(await statusOf(id)).toBe('MANUAL_CLOSE');
  });

  it('guard the position while a limit close replaces the bracket', async () => {
    const id = await opened({ bracket: { stopLoss: dec('1.00'), takeProfit: dec('2.00') } });
    await close(id, { orderType: 'LIMIT', limitPrice: dec('1.80') });
    await t.sync();
    expect(await t.alerts()).toEqual(['UNPROTECTED']);
    t.quote(1.9, 2);
    await watch();
    expect(venue.working().map((order) => order.type)).toEqual(['limit']);
    t.quote(0.99, 1.05);
    await watch();
    expect(venue.working().map((order) => order.type)).toEqual(['market']);
    venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await t.sync();
    expect(await statusOf(id)).toBe('SL_HIT');
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('keep the old exits until the venue confirms the new ones, though their answer was lost', async () => {
    const id = await opened({ bracket: { stopLoss: dec('1.00'), takeProfit: dec('2.50') } });
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    t.venue.fail('POST /orders', { hangUp: true });
    await t.desk.trading.updatePosition(ADA, { bracket: { ...keyed, stopLoss: dec('1.20') } });
    const { trade } = await t.stored(id);
    expect(trade.wantedBracket?.stopLoss?.toFixed()).toBe('1.2');
    expect(trade.bracket.stopLoss?.toFixed()).toBe('1');
    expect(trade.unprotectedSince).not.toBeNull();
    expect(await t.alerts()).toContain('ORDER_UNKNOWN');
    t.quote(1.1, 1.15);
    await watch();
    expect(await statusOf(id)).toBe('OPEN');
    t.quote(0.98, 1.05);
    await watch();
    expect(await statusOf(id)).toBe('CLOSING');
    for (let syncs = 0; syncs < 2; syncs += 1) {
      t.pass(60);
      await t.sync();
    }
    venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await t.sync();
    expect(await statusOf(id)).toBe('SL_HIT');
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('guard the part of an entry that has filled', async () => {
    const { id } = await t.place();
    venue.act({ kind: 'fill', part: 'entry', quantity: 1 });
    await t.sync();
    expect(await t.alerts()).toEqual(['UNPROTECTED']);
    t.quote(0.95, 1);
    await watch();
    venue.act({ kind: 'fill', part: 'close', quantity: 1 });
    await t.sync();
    expect(await statusOf(id)).toBe('SL_HIT');
    expect([venue.working(), venue.held]).toEqual([[], 0]);
  });

  /** The minutes at which the desk sent a close that the venue refuses, with a look every 15 s. */
  async function triesWithin(minutes: number): Promise<number[]> {
    const tries: number[] = [];
    for (let quarter = 0; quarter <= minutes * 4; quarter += 1) {
      if (quarter > 0) t.pass(15);
      const posts = t.venue.count('POST /orders');
      await watch();
      if (t.venue.count('POST /orders') > posts) tries.push(quarter / 4);
    }
    return tries;
  }
  const refuseAll = () =>
    t.venue.fail('POST /orders', { status: 400, text: 'Invalid parameter, quantity: no.' }, 500);

  it('are retried after 1, 2, 4 and then every 5 minutes when the venue refuses the close', async () => {
    const id = await opened();
    t.quote(0.9, 1);
    refuseAll();
    expect(await triesWithin(23)).toEqual([0, 1, 3, 7, 12, 17, 22]);
    expect(await statusOf(id)).toBe('OPEN');
    expect(await t.alerts()).toContain('EXIT_REFUSED');
    t.venue.heal();
    expect(await triesWithin(4)).toEqual([4]);
    expect(await statusOf(id)).toBe('CLOSING');
  });

  it('do not hold back a person’s close, after which the pauses start anew', async () => {
    const id = await opened();
    t.quote(0.9, 1);
    refuseAll();
    expect(await triesWithin(8)).toEqual([0, 1, 3, 7]);
    const posts = t.venue.count('POST /orders');
    await expect(close(id, {})).rejects.toMatchObject({ code: 'VENUE_REJECTED' });
    expect(t.venue.count('POST /orders')).toBe(posts + 1);
    expect(await triesWithin(8)).toEqual([1, 3, 7]);
  });
});
