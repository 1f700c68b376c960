import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { LOST_RESPONSE } from '../../venues/wire-server.ts';

describe.each(databases())('a bracketed option trade at Tradier, kept on %s', (_, open) => {
  let t: TradierDesk;

  beforeEach(async () => {
    t = await TradierDesk.start(open);
  });
  afterEach(() => t.close());

  async function opened() {
    const trade = await t.place();
    const [entry = 0] = t.legs();
    t.venue.fill(entry, { price: '1.50' });
    await t.sync();
    return trade.id;
  }

  it('stays PENDING until the fill is confirmed, then is OPEN with exits of the filled size', async () => {
    const placed = await t.place();
    expect(placed).toMatchObject({ status: 'PENDING', phase: 'PENDING', mode: 'PAPER' });
    await t.sync();
    expect((await t.stored(placed.id)).trade.status).toBe('PENDING');
    const [entry = 0] = t.legs();
    t.venue.fill(entry, { price: '1.48' });
    await t.sync();
    const { trade, orders } = await t.stored(placed.id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'VENUE', unprotectedSince: null });
    expect(trade.entryCost.toString()).toBe('444');
    expect(trade.entryGreeks).not.toBeNull();
    const exits = orders.filter((order) => order.role !== 'ENTRY');
    expect(exits.map((o) => `${o.role} ${o.status} ${o.quantity.toString()}`)).toEqual([
      'TAKE_PROFIT ACCEPTED 3',
      'STOP_LOSS ACCEPTED 3',
    ]);
    expect(new Set(orders.map((order) => order.venueOrderId)).size).toBe(3);
    expect(t.venue.count('POST /orders')).toBe(1);
  });

  it('is TP_HIT when the target leg fills, with exact money', async () => {
    const id = await opened();
    const [, target = 0] = t.legs();
    t.venue.fill(target, { price: '2.51' });
    await t.sync();
    const { trade } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'TP_HIT', phase: 'CLOSED', closeReason: 'TP_HIT' });
    expect(trade.realizedPnl.toString()).toBe('303');
    expect(trade.fees.toString()).toBe('2.1');
    const account = await t.fresh.book.read('ada').account();
    expect(account.cash.toString()).toBe('100300.9');
    expect(await t.fresh.book.read('ada').positions()).toEqual([]);
    expect(await t.events(id)).toContain('EXITS_STANDING');
    expect(await t.events(id)).toContain('CLOSED');
  });

  it('records in each event the trade and orders as they stood then', async () => {
    const id = await opened();
    const reader = t.fresh.book.read('ada');
    const events = await reader.eventsAfter(0, 200);
    expect(events.map(({ trade }) => trade.version)).toEqual(events.map((_, at) => at + 1));
    const places = events.map(({ sequence }) => sequence);
    const then = [...(await reader.ordersAsOf(id, places)).values()];
    expect(then[0]?.map(({ status }) => status)).toEqual(['INTENT', 'INTENT', 'INTENT']);
    expect(then.at(-1)).toEqual((await t.stored(id)).orders);
  });

  it('is SL_HIT when the stop leg fills, even above the target price', async () => {
    const id = await opened();
    const [, , stop = 0] = t.legs();
    t.venue.fill(stop, { price: '2.60' });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('SL_HIT');
  });

  it('is closed by hand only after the bracket is gone and that fill is confirmed', async () => {
    const id = await opened();
    const { trade } = await t.stored(id);
    const close = { id, expectedVersion: trade.version, idempotencyKey: t.key() };
    const closing = await t.desk.trading.executeOrder(ADA, {
      close: { ...close, orderType: 'MARKET' },
    });
    expect(closing.status).toBe('CLOSING');
    const sent = t.venue.requests.map((request) => request.route);
    expect(sent.indexOf('DELETE /orders/:id')).toBeLessThan(sent.lastIndexOf('POST /orders'));
    const sale = t.venue.orders.at(-1)!;
    t.venue.fill(sale.id, { price: '1.70' });
    await t.sync();
    const closed = (await t.stored(id)).trade;
    expect(closed.status).toBe('MANUAL_CLOSE');
    expect(closed.realizedPnl.toString()).toBe('60');
    expect(closed.unprotectedSeconds).toBeGreaterThanOrEqual(0);
  });

  it('leaves an unfilled DAY entry CANCELED, with no P&L', async () => {
    const { id } = await t.place();
    t.venue.endDay();
    await t.sync();
    const { trade } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'CANCELED', phase: 'CLOSED' });
    expect(trade.realizedPnl.isZero() && trade.fees.isZero()).toBe(true);
  });

  it('is REJECTED in the venue’s words when 200 is followed by a refusal', async () => {
    t.venue.rejectNextOrder('You do not have enough buying power for this trade.');
    const { id } = await t.place();
    await t.sync();
    const { trade } = await t.stored(id);
    expect(trade.status).toBe('REJECTED');
    expect(trade.reason).toContain('buying power');
  });

  it('is UNKNOWN after a lost answer, found by its tag, and never sent again', async () => {
    t.venue.fail('POST /orders', LOST_RESPONSE);
    const { id } = await t.place();
    expect((await t.stored(id)).orders.map((order) => order.status)).toEqual([
      'UNKNOWN',
      'UNKNOWN',
      'UNKNOWN',
    ]);
    expect(await t.alerts()).toEqual(['ORDER_UNKNOWN']);
    const [entry = 0] = t.legs();
    t.venue.fill(entry, { price: '1.50' });
    await t.sync();
    const { trade, orders } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(orders.map((order) => order.status)).toEqual(['FILLED', 'ACCEPTED', 'ACCEPTED']);
    expect(t.venue.count('POST /orders')).toBe(1);
    expect(await t.alerts()).toEqual([]);
  });

  it('is CANCELED when two syncs a minute apart show that an UNKNOWN order never arrived', async () => {
    t.venue.fail('POST /orders', { hangUp: true });
    const { id } = await t.place();
    for (const seconds of [60, 60]) await t.sync(seconds);
    expect((await t.stored(id)).trade).toMatchObject({ status: 'CANCELED' });
    expect(t.venue.count('POST /orders')).toBe(1);
  });

  it('holds 3 with exits for 3 when the entry filled 3 of 10 and was canceled', async () => {
    const { id } = await t.place({ quantity: dec(10) });
    const [entry = 0] = t.legs();
    t.venue.fill(entry, { quantity: 3, price: '1.50' });
    await t.sync();
    t.venue.cancelOrder(entry);
    await t.sync();
    await t.sync();
    const { trade, orders } = await t.stored(id);
    expect(trade.openQuantity.toString()).toBe('3');
    const standing = orders.filter((o) => o.role !== 'ENTRY' && o.status === 'ACCEPTED');
    expect(standing.map((order) => order.quantity.toString())).toEqual(['3', '3']);
  });

  it.each([
    ['shrinks the other exit by itself', true],
    ['leaves the other exit as it was', false],
  ])('has exits for the rest after a partial target, when the venue %s', async (_how, shrinks) => {
    t.venue.quirks.shrinksSibling = shrinks;
    const id = await opened();
    t.venue.fill(t.legs()[1]!, { quantity: 1, price: '2.50' });
    for (let syncs = 0; syncs < 2; syncs += 1) await t.sync();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(t.venue.count('DELETE /orders/:id')).toBe(shrinks ? 0 : 1);
    const live = t.venue.account.live();
    expect(live.map((leg) => leg.quantity.minus(leg.filled).toString())).toEqual(['2', '2']);
    t.pass(60);
    t.venue.fill(live.find(({ stop }) => stop)!.id, { price: '0.98' });
    await t.sync();
    const { trade } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'SL_HIT', phase: 'CLOSED' });
    // One contract was sold at 2.50, two at 0.98; all were bought at 1.50.
    expect(trade.realizedPnl.toString()).toBe('-4');
    expect(t.venue.account.positions.size).toBe(0);
  });

  it('moves the stop: the old one is canceled, the new one placed, then it is recorded', async () => {
    const id = await opened();
    const { trade } = await t.stored(id);
    const at = { id, expectedVersion: trade.version, idempotencyKey: t.key() };
    const bracket = { ...at, stopLoss: dec('1.20') };
    const moved = await t.desk.trading.updatePosition(ADA, { bracket });
    expect(moved.bracket.stopLoss?.toString()).toBe('1.2');
    expect(moved).toMatchObject({ wantedBracket: null, unprotectedSince: null });
    const working = t.venue.orders.at(-1)!.legs;
    expect(working.map((leg) => leg.stop?.toString() ?? leg.price?.toString())).toEqual([
      '2.5',
      '1.2',
    ]);
  });

  it('keeps the old stop on record, and watches it, when the venue refuses the new one', async () => {
    const id = await opened();
    const { trade } = await t.stored(id);
    const at = { id, expectedVersion: trade.version, idempotencyKey: t.key() };
    const bracket = { ...at, stopLoss: dec('1.20') };
    t.venue.fail('POST /orders', { status: 400, text: 'Invalid parameter, stop: no.' }, 2);
    const moving = t.desk.trading.updatePosition(ADA, { bracket });
    await expect(moving).rejects.toMatchObject({ code: 'VENUE_REJECTED' });
    const moved = (await t.stored(id)).trade;
    expect(moved.bracket.stopLoss?.toString()).toBe('1');
    expect(moved.protection).toBe('WATCHED');
    expect(moved.unprotectedSince).not.toBeNull();
    expect(await t.alerts()).toEqual(expect.arrayContaining(['EXIT_REFUSED', 'UNPROTECTED']));
    t.quote(0.9, 1.0);
    await t.desk.watchExits.execute();
    const sale = t.venue.orders.at(-1)!;
    expect(sale.side).toBe('sell_to_close');
    t.venue.fill(sale.id, { price: '0.92' });
    await t.sync();
    expect((await t.stored(id)).trade.status).toBe('SL_HIT');
  });

  it('recovers from a crash between sending and the answer', async () => {
    const { id } = await t.place();
    const [entry = 0] = t.legs();
    t.venue.fill(entry, { price: '1.50' });
    t.restart();
    await t.desk.reconcile.execute();
    expect((await t.stored(id)).trade).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
  });

  it('detects that somebody else sold the position', async () => {
    const id = await opened();
    t.venue.setPosition('SPY260327C00560000', 0);
    await t.desk.reconcile.execute();
    expect((await t.stored(id)).trade.status).toBe('NEEDS_REVIEW');
    expect(await t.alerts()).toEqual(['FOREIGN_CHANGE']);
  });

  it('reports once a position that somebody else opened', async () => {
    await opened();
    t.venue.setPosition('AAPL', 10, 2350);
    await t.desk.reconcile.execute();
    expect(await t.alerts()).toEqual([]);
    await t.desk.reconcile.execute();
    await t.desk.reconcile.execute();
    expect(await t.alerts()).toEqual(['FOREIGN_CHANGE']);
    expect(await t.fresh.knex('alerts').pluck('kind')).toEqual(['FOREIGN_CHANGE']);
  });
});
