import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { ReviewInput } from '../../../server/ports/trade-doors.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

/** A contract that expires after every night below. */
const CONTRACT = 'SPY261218C00560000';
const FRIDAY = '2026-03-13T12:00-04:00';
const MONDAY = '2026-03-16T09:30-04:00';
/** The answer to a cancel of a venue that has dropped the order. */
const GONE = { status: 400, text: 'order already in finalized state: expired' };

describe('a DAY order that the venue still calls open after its day', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start(undefined, { now: new Date(FRIDAY) });
  });
  afterEach(() => t.close());

  async function at(wall: string): Promise<void> {
    t.clock.set(new Date(wall));
    t.venue.now = t.clock.now();
    t.venue.setQuote(CONTRACT, { bid: 1.45, ask: 1.55 });
    await t.desk.syncOrders.execute();
  }
  async function placed(parts: Parameters<TradierDesk['place']>[0] = {}): Promise<string> {
    await at(FRIDAY);
    return (await t.place({ option: { symbol: CONTRACT }, ...parts })).id;
  }
  /** Opens a trade whose exits are for the day only. */
  async function opened(): Promise<string> {
    t.venue.quirks.mixedDurations = 'refused';
    const id = await placed();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    return id;
  }
  const neverGoes = () => t.venue.fail('DELETE /orders/:id', GONE, 100);
  const trade = async (id: string) => (await t.stored(id)).trade;
  const statuses = async (id: string) => (await t.stored(id)).orders.map(({ status }) => status);
  const cancels = () => t.venue.count('DELETE /orders/:id');
  const standing = () =>
    t.venue.orders
      .flatMap((order) => order.legs)
      .filter((leg) => leg.side === 'sell_to_close' && leg.status === 'open')
      .map((leg) => `${leg.type} ${leg.duration} ${leg.quantity.toFixed()}`);
  async function judge(id: string, status: ReviewInput['resolution']['status']) {
    const { version: expectedVersion } = await trade(id);
    const resolution = { status, note: 'Seen in the broker’s app.' };
    return t.desk.care.review(ADA, { id, expectedVersion, resolution });
  }

  it('is left alone until the next session begins', async () => {
    const id = await placed();
    for (const wall of [
      '2026-03-13T16:30-04:00',
      '2026-03-15T12:00-04:00',
      '2026-03-16T09:29-04:00',
    ])
      await at(wall);
    expect(await trade(id)).toMatchObject({ status: 'PENDING' });
    expect(cancels()).toBe(0);
  });

  it('is canceled then, and its trade continues as after any cancel', async () => {
    const id = await placed();
    await at(MONDAY);
    expect(cancels()).toBe(1);
    expect(await trade(id)).toMatchObject({ status: 'CANCELED' });
    expect(await t.alerts()).toEqual([]);
  });

  it('makes way for exits of the new day', async () => {
    const id = await opened();
    await at(MONDAY);
    await t.sync(60);
    expect(standing()).toEqual(['limit gtc 3', 'stop gtc 3']);
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(cancels()).toBe(1);
  });

  it('raises one alert when it stays open nevertheless', async () => {
    const id = await placed();
    neverGoes();
    await at(MONDAY);
    const asked = cancels();
    for (let passed = 0; passed < 5; passed += 1) await t.sync(60);
    const { status, reason } = await trade(id);
    expect(status).toBe('NEEDS_REVIEW');
    expect(reason).toContain('2026-03-13');
    expect(await t.alerts()).toEqual(['NEEDS_REVIEW']);
    expect(cancels()).toBe(asked);
  });

  it('is ended by a person’s decision only when the venue can be asked', async () => {
    const id = await placed();
    neverGoes();
    await at(MONDAY);
    await t.sync(60);
    t.venue.heal();
    t.venue.fail('DELETE /orders/:id', { status: 503, text: 'down' }, 100);
    await expect(judge(id, 'CANCELED')).rejects.toMatchObject({ code: 'VENUE_UNAVAILABLE' });
    expect(await trade(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
    t.venue.heal();
    neverGoes();
    await judge(id, 'CANCELED');
    expect(await trade(id)).toMatchObject({ status: 'CANCELED', phase: 'CLOSED' });
    expect(new Set(await statuses(id))).toEqual(new Set(['EXPIRED']));
    for (let passed = 0; passed < 3; passed += 1) await t.sync(60);
    expect(await trade(id)).toMatchObject({ status: 'CANCELED' });
    expect(await t.alerts()).toEqual([]);
  });

  it('does not protect what a person calls open: new exits are placed', async () => {
    const id = await opened();
    neverGoes();
    await at(MONDAY);
    await t.sync(60);
    expect(await trade(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
    t.venue.heal();
    t.venue.setPosition(CONTRACT, 3, 450);
    await judge(id, 'OPEN');
    await t.sync(60);
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(standing()).toEqual(['limit gtc 3', 'stop gtc 3']);
  });

  it('is valid for the next day when it was sent after the close', async () => {
    await at('2026-03-12T16:30-04:00');
    const { id } = await t.place({ option: { symbol: CONTRACT } });
    await at('2026-03-13T10:00-04:00');
    expect(await trade(id)).toMatchObject({ status: 'PENDING' });
    await at(MONDAY);
    expect(await trade(id)).toMatchObject({ status: 'CANCELED' });
  });

  it('is not the same as a GTC order', async () => {
    const id = await placed({ timeInForce: 'GTC', bracket: { stopLoss: dec('1.00') } });
    await at(MONDAY);
    expect(await trade(id)).toMatchObject({ status: 'PENDING' });
  });
});
