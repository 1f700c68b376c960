import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { CorrectionTake } from '../../../server/domain/order/fill-correction.ts';
import { databases } from '../../support/databases/databases.ts';
import { wholeTrade } from '../../support/values/whole-trade.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

describe.each(databases())('a fill whose price the venue corrects, on %s', (_, open) => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start(open);
  });
  afterEach(() => t.close());

  /** Buys three calls at 1.55, which the book has booked; returns the trade's id. */
  async function filled(): Promise<string> {
    const { id } = await t.place({ limitPrice: dec('1.55') });
    t.venue.fill(t.legs()[0]!, { price: '1.55' });
    await t.sync();
    return id;
  }
  async function corrected(): Promise<string> {
    const id = await filled();
    t.venue.correct(t.legs()[0]!, '1.45');
    await t.sync();
    return id;
  }
  const orderOf = async (id: string, at = 0) =>
    (await wholeTrade(t.fresh.book.read('ada'), id)).orders[at]!;
  const correctionOf = async (id: string, at = 0) => (await orderOf(id, at)).correction;
  async function settle(id: string, take: CorrectionTake, at = 0) {
    const { trade, orders } = await t.stored(id);
    const called = { id, expectedVersion: trade.version, orderId: orders[at]!.id };
    return t.desk.care.settleFillCorrection(ADA, { ...called, take, note: 'The confirm says so.' });
  }
  /** The two sides of the book: cash + positions at cost, and deposits + realised P&L − fees. */
  async function sides(): Promise<[string, string]> {
    const reader = t.fresh.book.read('ada');
    const { cash, deposits, realizedPnl, fees } = await reader.account();
    const held = (await reader.positions()).reduce((at, { costBasis }) => at.plus(costBasis), cash);
    return [held.toFixed(), deposits.plus(realizedPnl).minus(fees).toFixed()];
  }
  async function addsUp(): Promise<void> {
    const [left, right] = await sides();
    expect(left).toBe(right);
    await t.desk.reconcile.execute();
    const checks = await t.fresh.book.read('ada').invariantChecks();
    expect(checks.filter(({ within, state }) => within && state === 'DIFFERS')).toEqual([]);
  }

  it('is reported once, and moves no money', async () => {
    const id = await filled();
    const before = await t.stored(id);
    t.venue.correct(t.legs()[0]!, '1.45');
    await t.sync();
    const after = await t.stored(id);
    expect(await t.alerts()).toEqual(['FILL_CORRECTED']);
    expect(after.trade).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(after.trade.entryCost.toNumber()).toBe(465);
    expect(after.trade.version).toBe(before.trade.version + 1);
    const correction = await correctionOf(id);
    expect(correction?.averagePrice?.toFixed()).toBe('1.45');
    expect(correction?.bookedPrice.toFixed()).toBe('1.55');
    expect(correction).toMatchObject({ toldAt: t.clock.now(), take: null, settledAt: null });
    await t.sync();
    expect((await t.stored(id)).trade.version).toBe(after.trade.version);
  });

  it('is reported again when corrected once more, and its alert ends when that is reverted', async () => {
    const id = await corrected();
    t.venue.correct(t.legs()[0]!, '1.40');
    await t.sync();
    expect((await correctionOf(id))?.averagePrice?.toFixed()).toBe('1.4');
    t.venue.correct(t.legs()[0]!, '1.55');
    await t.sync();
    expect(await correctionOf(id)).toBeNull();
    expect(await t.alerts()).toEqual([]);
  });

  it('is booked for an entry at the venue’s price: its alert ends and the log has a line', async () => {
    const id = await corrected();
    const after = await settle(id, 'VENUE');
    expect(after.entryCost.toFixed()).toBe('435');
    expect(after.openCost.toFixed()).toBe('435');
    expect(after.realizedPnl.toFixed()).toBe('0');
    expect(await t.alerts()).toEqual([]);
    expect((await t.events(id)).at(-1)).toBe('CORRECTION_SETTLED');
    const order = await orderOf(id);
    expect(order.averagePrice?.toFixed()).toBe('1.45');
    expect(order.fills.map(({ price }) => price.toFixed())).toEqual(['1.45']);
    expect(order.correction).toMatchObject({ take: 'VENUE', settledBy: 'user:ada' });
    await addsUp();
    await t.sync();
    expect((await t.stored(id)).trade.version).toBe(after.version);
  });

  it('changes the cost of what is held of a partly sold entry, and realises the rest', async () => {
    const id = await filled();
    const { trade } = await t.stored(id);
    const keyed = { id, expectedVersion: trade.version, idempotencyKey: t.key() };
    t.quote(1.95, 2.05);
    await t.desk.trading.executeOrder(ADA, {
      close: { ...keyed, quantity: dec(1), orderType: 'MARKET' },
    });
    for (let round = 0; round < 4; round += 1) {
      const close = t.venue.orders.find(({ type }) => type === 'market');
      if (close?.status === 'open') t.venue.fill(close.id, { price: '2.00' });
      await t.sync();
    }
    expect((await t.stored(id)).trade.openQuantity.toNumber()).toBe(2);
    const { venueOrderId } = await orderOf(id);
    t.venue.correct(venueOrderId!, '1.45');
    await t.sync();
    const after = await settle(id, 'VENUE');
    expect(after.openCost.toFixed()).toBe('290');
    expect(after.realizedPnl.toFixed()).toBe('55');
    await addsUp();
  });

  it('changes a closed trade’s result when it is an exit’s', async () => {
    const id = await filled();
    t.venue.fill(t.legs()[1]!, { price: '2.50' });
    await t.sync();
    expect((await t.stored(id)).trade.realizedPnl.toFixed()).toBe('285');
    t.pass(600);
    t.venue.correct(t.legs()[1]!, '2.40');
    await t.sync();
    expect(await t.alerts()).toContain('FILL_CORRECTED');
    t.pass(86_400);
    const after = await settle(id, 'VENUE', 1);
    expect(after).toMatchObject({ status: 'TP_HIT', phase: 'CLOSED' });
    expect(after.realizedPnl.toFixed()).toBe('255');
    expect(after.exitProceeds.toFixed()).toBe('720');
    const days = await t.desk.reports.dailyPnl(ADA, {});
    expect(days.map(({ date, netPnl, fees }) => [date, netPnl.plus(fees).toFixed()])).toEqual([
      ['2026-03-10', '285'],
      ['2026-03-11', '-30'],
    ]);
    await addsUp();
  });

  it('moves each of several fills by the same amount, to exactly the venue’s average', async () => {
    const { id } = await t.place({ limitPrice: dec('1.55') });
    const [entry = 0] = t.legs();
    for (const price of ['1.50', '1.55', '1.53']) {
      t.venue.fill(entry, { quantity: 1, price });
      await t.sync();
    }
    t.venue.correct(entry, '1.40');
    await t.sync();
    const after = await settle(id, 'VENUE');
    expect(after.entryCost.toFixed()).toBe('420');
    const { fills } = await orderOf(id);
    expect(fills.map(({ price }) => price.toFixed(2))).toEqual(['1.37', '1.42', '1.40']);
    await addsUp();
  });

  it('stays as booked when a person says so, and is not reported again', async () => {
    const id = await corrected();
    const [cash] = await sides();
    const after = await settle(id, 'OURS');
    expect(after.entryCost.toFixed()).toBe('465');
    expect(await correctionOf(id)).toMatchObject({ take: 'OURS', note: 'The confirm says so.' });
    await t.sync();
    expect((await t.stored(id)).trade.version).toBe(after.version);
    expect(await t.alerts()).toEqual([]);
    expect((await sides())[0]).toBe(cash);
    await addsUp();
  });

  it('keeps its old price until booked, on the equity curve and in the log', async () => {
    const id = await corrected();
    t.pass(60);
    await settle(id, 'VENUE');
    const moves = await t.fresh.book.read('ada').cashMoves();
    const flows = moves.flatMap((move) => (move.kind === 'TRADE' ? [move] : []));
    const reader = t.fresh.book.read('ada');
    const { sequence } = await reader.account();
    const known = await reader.ordersAsOf(id, [sequence - 1, sequence]);
    const prices = (at: number) => known.get(at)?.[0]?.fills.map(({ price }) => price.toFixed());
    expect([prices(sequence - 1), prices(sequence)]).toEqual([['1.55'], ['1.45']]);
    expect(flows.at(-1)?.at).toEqual(t.clock.now());
    expect(flows.at(-1)?.cashFlow.minus(flows.at(-2)!.cashFlow).toFixed()).toBe('30');
  });

  it('is settled once, by its owner, for the trade as it was seen, with a note', async () => {
    const id = await corrected();
    const { trade, orders } = await t.stored(id);
    const input = { id, expectedVersion: trade.version, orderId: orders[0]!.id } as const;
    const word = { ...input, take: 'VENUE', note: 'ok' } as const;
    const asked = (parts: object, actor = ADA) =>
      t.desk.care.settleFillCorrection(actor, { ...word, ...parts });
    const stale = asked({ expectedVersion: trade.version - 1 });
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
    const bob = { ...ADA, username: 'bob' };
    await t.fresh.book.openAccount('bob', dec(1000), t.clock.now());
    await expect(asked({}, bob)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const bad = (field: string) => ({ code: 'BAD_USER_INPUT', detail: { field } });
    await expect(asked({ note: ' ' })).rejects.toMatchObject(bad('note'));
    await expect(asked({ orderId: orders[1]!.id })).rejects.toMatchObject(bad('orderId'));
    await settle(id, 'VENUE');
    await expect(settle(id, 'OURS')).rejects.toMatchObject(bad('orderId'));
  });

  it('with another quantity is reported, and is not booked by price', async () => {
    const id = await filled();
    Object.assign(t.venue.order(t.legs()[0]!), { filled: dec(2), paid: dec('3.10') });
    await t.sync();
    expect(await t.alerts()).toContain('FILL_CORRECTED');
    expect((await correctionOf(id))?.filledQuantity.toNumber()).toBe(2);
    const refused = settle(id, 'VENUE');
    await expect(refused).rejects.toMatchObject({ detail: { field: 'take' } });
    expect((await settle(id, 'OURS')).openQuantity.toNumber()).toBe(3);
  });
});
