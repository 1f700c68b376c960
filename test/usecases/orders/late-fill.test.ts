import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

describe('a fill that the venue reports after it had called the order ended', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  const trade = async (id: string) => (await t.stored(id)).trade;
  const position = () => t.venue.account.positions.get(SPY_CALL.symbol)?.quantity.toNumber();
  const working = () =>
    t.venue.orders
      .flatMap((order) => (order.legs.length > 0 ? order.legs : [order]))
      .filter((leg) => ['open', 'pending'].includes(leg.status))
      .map((leg) => `${leg.side} ${leg.type} ${leg.quantity.toFixed()}`);

  async function canceled(): Promise<string> {
    const { id, version } = await t.place();
    await t.desk.trading.executeOrder(ADA, {
      cancel: { id, expectedVersion: version, idempotencyKey: t.key() },
    });
    expect(await trade(id)).toMatchObject({ status: 'CANCELED', phase: 'CLOSED' });
    return id;
  }
  async function opened(): Promise<string> {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    return id;
  }

  it('opens the trade with its exits when it is the entry’s, and says so', async () => {
    const id = await canceled();
    t.venue.fill(t.legs()[0]!, { price: '1.48' });
    t.pass(60);
    await t.sync();
    const stands = await trade(id);
    expect(stands).toMatchObject({ status: 'OPEN', phase: 'OPEN', closedAt: null });
    expect(stands).toMatchObject({ protection: 'VENUE', closeRequest: null, reason: null });
    expect(stands.openQuantity.toNumber()).toBe(3);
    expect(stands.entryCost.toNumber()).toBe(444);
    expect(working()).toEqual(['sell_to_close limit 3', 'sell_to_close stop 3']);
    expect(await t.alerts()).toEqual(['LATE_FILL']);
    await t.sync();
    expect((await trade(id)).version).toBe(stands.version);
  });

  it('brings new exits for an entry when the venue has dropped the old ones', async () => {
    const id = await canceled();
    const [entry = 0, target = 0, stop = 0] = t.legs();
    t.venue.fill(entry, { price: '1.48' });
    for (const leg of [target, stop]) t.venue.setStatus(leg, 'canceled');
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(working()).toEqual(['sell_to_close limit 3', 'sell_to_close stop 3']);
    expect(t.venue.count('POST /orders')).toBe(2);
  });

  it('counts a part of the entry as well, and not again in the next sync', async () => {
    const id = await canceled();
    t.venue.order(t.legs()[0]!).status = 'open';
    t.venue.fill(t.legs()[0]!, { quantity: 1, price: '1.48' });
    t.venue.setStatus(t.legs()[0]!, 'canceled');
    await t.sync();
    await t.sync();
    expect((await trade(id)).openQuantity.toNumber()).toBe(1);
    expect(working()).toEqual(['sell_to_close limit 1', 'sell_to_close stop 1']);
  });

  it('waits for its price, and makes the exit that filled beside it wait too', async () => {
    const id = await canceled();
    const [entry = 0, target = 0] = t.legs();
    t.venue.fill(entry, { price: '1.48' });
    t.venue.fill(target, { price: '2.50' });
    t.venue.order(entry).pricelessReads = 1;
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'CANCELED' });
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'TP_HIT' });
    expect((await trade(id)).realizedPnl.toNumber()).toBe(306);
    expect(await t.alerts()).toEqual(['LATE_FILL']);
  });

  it('closes the trade when it is a replaced exit’s, and cancels the exit’s successor', async () => {
    const id = await opened();
    const before = t.legs();
    const { version: expectedVersion } = await trade(id);
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.updatePosition(ADA, {
      bracket: { ...keyed, stopLoss: dec('1.20'), takeProfit: dec('2.40') },
    });
    t.venue.fill(before[2]!, { price: '1.00' });
    await t.sync();
    const stands = await trade(id);
    expect(stands).toMatchObject({ status: 'SL_HIT', phase: 'CLOSED' });
    expect(stands.realizedPnl.toNumber()).toBe(-150);
    expect(working()).toEqual([]);
    expect(await t.alerts()).toEqual(['LATE_FILL']);
    expect(position()).toBeUndefined();
  });

  it('goes to a person when another exit had closed the trade: more was sold than held', async () => {
    const id = await opened();
    const [, target = 0, stop = 0] = t.legs();
    t.venue.fill(target, { price: '2.50' });
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'TP_HIT' });
    t.venue.fill(stop, { price: '1.00' });
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'NEEDS_REVIEW', closeReason: 'TP_HIT' });
    expect(position()).toBe(-3);
    expect(await t.alerts()).toContain('NEEDS_REVIEW');
  });

  it('is looked for by each sync for an hour, and then by its tag when the account is reconciled', async () => {
    const id = await canceled();
    t.venue.fill(t.legs()[0]!, { price: '1.48' });
    t.pass(3_601);
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'CANCELED' });
    await t.desk.reconcile.execute();
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
  });

  it('keeps the book adding up', async () => {
    await canceled();
    t.venue.fill(t.legs()[0]!, { price: '1.48' });
    await t.sync();
    const reader = t.fresh.book.read('ada');
    const { cash, deposits, realizedPnl, fees } = await reader.account();
    const [held] = await reader.positions();
    expect(cash.plus(held!.costBasis).toFixed()).toBe(
      deposits.plus(realizedPnl).minus(fees).toFixed(),
    );
  });
});
