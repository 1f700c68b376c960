import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { ARRIVES_LATE } from '../../venues/wire-server.ts';

describe('an order without an answer', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  const trade = async (id: string) => (await t.stored(id)).trade;
  const statuses = async (id: string) => (await t.stored(id)).orders.map(({ status }) => status);
  const critical = async () => {
    const page = await t.fresh.book.read('ada').alerts(true, { first: 50, after: null });
    const { items } = page;
    return items.flatMap(({ item }) => (item.severity === 'CRITICAL' ? [item.kind] : []));
  };
  const legs = () => t.venue.orders.at(-1)!.legs.map((leg) => leg.status);

  async function lost(): Promise<string> {
    t.venue.fail('POST /orders', ARRIVES_LATE);
    const { id } = await t.place();
    expect(await statuses(id)).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    return id;
  }
  /** Syncs twice after the time from which a missing order counts as absent. */
  async function givenUp(): Promise<string> {
    const id = await lost();
    for (let looks = 0; looks < 2; looks += 1) {
      t.pass(60);
      await t.sync();
    }
    expect(await trade(id)).toMatchObject({ status: 'CANCELED', phase: 'CLOSED' });
    return id;
  }
  async function opened(): Promise<string> {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    return id;
  }

  it('does not count as absent before 90 s, however many lists lack it', async () => {
    const id = await lost();
    t.pass(2);
    await t.sync();
    await t.desk.reconcile.execute();
    t.pass(80);
    await t.sync();
    await t.desk.reconcile.execute();
    expect(await trade(id)).toMatchObject({ status: 'PENDING', phase: 'PENDING' });
    const { version } = await trade(id);
    await t.sync();
    expect((await trade(id)).version).toBe(version);
    t.pass(8);
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'CANCELED', phase: 'CLOSED' });
  });

  it('is pending again when it arrives after it was given up, and is managed from then on', async () => {
    const id = await givenUp();
    t.venue.arrive();
    t.pass(60);
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'PENDING', phase: 'PENDING', closedAt: null });
    expect(await trade(id)).toMatchObject({ reason: null, closeReason: null });
    expect(await statuses(id)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect(await critical()).toEqual(['LATE_ORDER']);
    t.pass(3_600);
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(t.venue.count('POST /orders')).toBe(1);
  });

  it('is open with its exits when it has filled meanwhile', async () => {
    const id = await givenUp();
    t.venue.arrive();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    t.pass(60);
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'OPEN', phase: 'OPEN', protection: 'VENUE' });
    expect((await trade(id)).openQuantity.toNumber()).toBe(3);
    expect(legs()).toEqual(['filled', 'open', 'open']);
    expect(await critical()).toEqual(['LATE_ORDER']);
  });

  it('is found by its tag hours later, when nothing else of the account is active', async () => {
    const id = await givenUp();
    t.pass(3 * 3_600);
    t.venue.arrive();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.desk.reconcile.execute();
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    const { cash, deposits, realizedPnl, fees } = await t.fresh.book.read('ada').account();
    expect(cash.plus(450).toFixed()).toBe(deposits.plus(realizedPnl).minus(fees).toFixed());
  });

  it('is found on the next day as well', async () => {
    const id = await givenUp();
    t.pass(24 * 3_600);
    t.venue.arrive();
    await t.desk.reconcile.execute();
    expect(await trade(id)).toMatchObject({ status: 'PENDING', phase: 'PENDING' });
    expect(await critical()).toEqual(['LATE_ORDER']);
  });

  it('is canceled when a person had asked for that', async () => {
    const id = await lost();
    const { version: expectedVersion } = await trade(id);
    await t.desk.trading.executeOrder(ADA, {
      cancel: { id, expectedVersion, idempotencyKey: t.key() },
    });
    for (let looks = 0; looks < 2; looks += 1) {
      t.pass(60);
      await t.sync();
    }
    expect((await trade(id)).status).toBe('CANCELED');
    t.venue.arrive();
    await t.sync();
    await t.sync();
    expect(legs()).toEqual(['canceled', 'canceled', 'canceled']);
    expect((await trade(id)).status).toBe('CANCELED');
  });

  it('goes to a person again when a person had reviewed its trade', async () => {
    const id = await lost();
    t.pass(24 * 3_600);
    await t.sync();
    const { status, version: expectedVersion } = await trade(id);
    expect(status).toBe('NEEDS_REVIEW');
    const resolution = { status: 'CANCELED', note: 'The broker knows of none.' } as const;
    await t.desk.care.review(ADA, { id, expectedVersion, resolution });
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'CANCELED', phase: 'CLOSED' });
    t.venue.arrive();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    t.pass(60);
    await t.desk.reconcile.execute();
    const stands = await trade(id);
    expect(stands).toMatchObject({ status: 'NEEDS_REVIEW', phase: 'OPEN' });
    expect(stands.openQuantity.toNumber()).toBe(3);
    expect((await critical()).sort()).toEqual(['LATE_ORDER', 'NEEDS_REVIEW']);
  });

  async function lateClose(): Promise<string> {
    const id = await opened();
    const { version: expectedVersion } = await trade(id);
    t.venue.fail('POST /orders', ARRIVES_LATE);
    const close = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.executeOrder(ADA, { close: { ...close, orderType: 'MARKET' } });
    for (let looks = 0; looks < 2; looks += 1) {
      t.pass(60);
      await t.sync();
    }
    const { orders } = await t.stored(id);
    expect(orders.find(({ role }) => role === 'CLOSE')?.status).toBe('CANCELED');
    return id;
  }

  it('is canceled as soon as it is seen when it is a close, and the other orders stay', async () => {
    const id = await lateClose();
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    const standing = t.legs();
    // The venue takes the order of hours ago, whatever orders work there by now.
    t.venue.quirks.checksPositions = false;
    t.venue.arrive();
    t.pass(4_000);
    await t.sync();
    const [late] = t.venue.orders.filter(({ legs: parts }) => parts.length === 0);
    expect(late?.status).toBe('canceled');
    expect(standing.map((leg) => t.venue.order(leg).status)).toEqual(['open', 'open']);
    expect(await critical()).toContain('LATE_ORDER');
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    await t.sync();
    expect(t.venue.count('DELETE /orders/:id')).toBe(2);
  });

  it('sells more than was held when it is a close and fills after the trade had ended', async () => {
    const id = await lateClose();
    t.venue.fill(t.legs()[0]!, { price: '2.50' });
    await t.sync();
    expect((await trade(id)).status).toBe('TP_HIT');
    t.venue.quirks.checksPositions = false;
    t.venue.arrive();
    const [late] = t.venue.orders.filter(({ legs: parts }) => parts.length === 0);
    t.venue.fill(late!.id, { price: '2.40' });
    t.pass(2 * 3_600);
    await t.desk.reconcile.execute();
    expect(await trade(id)).toMatchObject({ status: 'NEEDS_REVIEW', closeReason: 'TP_HIT' });
    expect(await critical()).toContain('NEEDS_REVIEW');
    expect((await trade(id)).realizedPnl.equals(dec(300))).toBe(true);
  });
});
