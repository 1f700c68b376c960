import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { TradeStatus } from '../../../server/domain/trade/trade-status.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { LOST_RESPONSE } from '../../venues/wire-server.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

let t: TradierDesk;
let venue: VenueAdversary;
beforeEach(async () => {
  t = await TradierDesk.start();
  venue = new VenueAdversary(t);
});
afterEach(() => t.close());

const tradeOf = async (id: string) => (await t.stored(id)).trade;
const atVenue = () =>
  venue.working().map((order) => `${order.side} ${order.quantity.minus(order.filled).toFixed()}`);

/** Opens a trade of five with a bracket; the owner sells some in the broker's own app. */
async function soldElsewhere(left: number, ticket: Partial<TicketInput> = {}): Promise<string> {
  const { id } = await t.place({ quantity: dec(5), ...ticket });
  venue.act({ kind: 'fill', part: 'entry', quantity: 5 });
  await t.sync();
  t.venue.setPosition(SPY_CALL.symbol, left, left * 150);
  await t.desk.reconcile.execute();
  expect(await tradeOf(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
  return id;
}

async function review(id: string, status: TradeStatus, price: string | null, quantity?: string) {
  const { version: expectedVersion } = await tradeOf(id);
  const exitPrice = price === null ? null : dec(price);
  const part = quantity === undefined ? null : dec(quantity);
  const resolution = { status, exitPrice, quantity: part, note: 'sold by phone' };
  return t.desk.care.review(ADA, { id, expectedVersion, resolution });
}

async function close(id: string, quantity?: string) {
  const { version: expectedVersion } = await tradeOf(id);
  const keyed = { id, expectedVersion, idempotencyKey: t.key(), orderType: 'MARKET' } as const;
  return t.desk.trading.executeOrder(ADA, {
    close: { ...keyed, quantity: quantity ? dec(quantity) : null },
  });
}

async function moneyAddsUp(): Promise<void> {
  const { cash, deposits, realizedPnl, fees } = await t.fresh.book.read('ada').account();
  const trades = await t.fresh.book.read('ada').activeTrades();
  const held = trades.reduce((sum, { trade }) => sum.plus(trade.openCost), dec(0));
  expect(cash.plus(held).toFixed()).toBe(deposits.plus(realizedPnl).minus(fees).toFixed());
}

describe('a review of a partial sale elsewhere', () => {
  it('books the part, and places exits for the rest', async () => {
    const id = await soldElsewhere(3);
    const after = await review(id, 'MANUAL_CLOSE', '1.40', '2');
    expect(after).toMatchObject({ status: 'OPEN', reason: null });
    expect(after.openQuantity.toFixed()).toBe('3');
    expect(after.realizedPnl.toFixed()).toBe('-20');
    expect(after.review).toMatchObject({ status: 'MANUAL_CLOSE', reviewer: 'user:ada' });
    expect(after.review?.evidence).toContain('3');
    await t.sync();
    expect(atVenue()).toEqual(['sell_to_close 3', 'sell_to_close 3']);
    expect(await tradeOf(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    await moneyAddsUp();
    await t.desk.reconcile.execute();
    expect(await tradeOf(id)).toMatchObject({ status: 'OPEN' });
    expect(venue.uncoveredCloses).toEqual([]);
    expect(await t.alerts()).toEqual([]);
  });

  it('is stored with its part and price, once per version', async () => {
    const id = await soldElsewhere(3);
    const { version: expectedVersion } = await tradeOf(id);
    const resolution = {
      status: 'SL_HIT' as const,
      exitPrice: dec(1),
      quantity: dec(2),
      note: 'n',
    };
    const word = { id, expectedVersion, resolution };
    await t.desk.care.review(ADA, word);
    await expect(t.desk.care.review(ADA, word)).rejects.toMatchObject({ code: 'CONFLICT' });
    const { review: kept } = await tradeOf(id);
    expect(kept?.quantity?.toFixed()).toBe('2');
    expect(kept?.exitPrice?.toFixed()).toBe('1');
    const event = await t.fresh.book.read('ada').lastEvent(id, 'REVIEWED');
    expect(event?.trade.review).toEqual(kept);
  });

  it('takes several steps when the parts went at several prices', async () => {
    const id = await soldElsewhere(2);
    expect(await review(id, 'MANUAL_CLOSE', '1.40', '2')).toMatchObject({ status: 'NEEDS_REVIEW' });
    expect(await review(id, 'MANUAL_CLOSE', '1.30', '1')).toMatchObject({ status: 'OPEN' });
    await t.sync();
    expect(atVenue()).toEqual(['sell_to_close 2', 'sell_to_close 2']);
    expect((await tradeOf(id)).realizedPnl.toFixed()).toBe('-40');
    await moneyAddsUp();
  });

  it('is refused when the venue still holds what it would book', async () => {
    const id = await soldElsewhere(3);
    await expect(review(id, 'MANUAL_CLOSE', '1.40', '3')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: { field: 'resolution.quantity' },
    });
    t.venue.fail('GET /positions', { status: 503, text: 'down' }, 5);
    await expect(review(id, 'MANUAL_CLOSE', '1.40', '2')).rejects.toMatchObject({
      code: 'VENUE_UNAVAILABLE',
    });
    expect((await tradeOf(id)).openQuantity.toFixed()).toBe('5');
  });

  it('leaves the rest to the desk’s watch when the venue takes no exits', async () => {
    const id = await soldElsewhere(3, {
      bracket: { stopLoss: dec('1.44'), takeProfit: dec('1.52') },
    });
    await review(id, 'MANUAL_CLOSE', '1.40', '2');
    expect(await tradeOf(id)).toMatchObject({ status: 'OPEN', protection: 'WATCHED' });
    expect(await t.alerts()).toEqual(['UNPROTECTED']);
  });
});

describe('a close under review', () => {
  it('sells what the venue holds, and leaves the rest in doubt', async () => {
    const id = await soldElsewhere(3);
    expect(await close(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
    expect(atVenue()).toEqual(['sell_to_close 3']);
    venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await t.sync();
    const trade = await tradeOf(id);
    expect(trade).toMatchObject({ status: 'NEEDS_REVIEW', closeRequest: null });
    expect(trade.openQuantity.toFixed()).toBe('2');
    await t.sync();
    expect(atVenue()).toEqual([]);
    expect(await review(id, 'MANUAL_CLOSE', '1.40')).toMatchObject({ phase: 'CLOSED' });
    expect(venue.uncoveredCloses).toEqual([]);
    await moneyAddsUp();
  });

  it('ends the trade when it sells all that the book holds', async () => {
    const id = await soldElsewhere(8);
    await close(id);
    venue.act({ kind: 'fill', part: 'close', quantity: 5 });
    await t.sync();
    expect(await tradeOf(id)).toMatchObject({ status: 'MANUAL_CLOSE', phase: 'CLOSED' });
    expect(venue.held).toBe(3);
  });

  it('sells no more than is left when the stop fills before its cancel', async () => {
    const id = await soldElsewhere(3);
    venue.act({ kind: 'fillWhenCanceled', part: 'stop' });
    await close(id);
    await t.sync();
    expect(venue.uncoveredCloses).toEqual([]);
    expect(atVenue()).toEqual(['sell_to_close 1']);
  });

  it.each(['4', '0', '1.5'])('is refused for %s of the three that are held', async (quantity) => {
    const id = await soldElsewhere(3);
    await expect(close(id, quantity)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: { field: 'input.quantity' },
    });
    expect(t.venue.count('POST /orders')).toBe(1);
  });

  it('is refused when nothing is held', async () => {
    const id = await soldElsewhere(0);
    await expect(close(id)).rejects.toMatchObject({ detail: { field: 'input.quantity' } });
  });

  it('is refused while an order’s outcome is unknown', async () => {
    const id = await soldElsewhere(3);
    t.venue.fail('POST /orders', LOST_RESPONSE);
    await close(id, '1');
    await expect(close(id, '1')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: { field: 'input.id' },
      message:
        'Its CLOSE order is UNKNOWN: it may still fill, so nothing is closed until it is settled.',
    });
    expect(t.venue.count('POST /orders')).toBe(2);
  });

  it('is dropped when the venue refuses it, and the trade stays in doubt', async () => {
    const id = await soldElsewhere(3);
    t.venue.fail('POST /orders', { status: 400, text: 'Invalid parameter, side: no.' });
    await expect(close(id)).rejects.toMatchObject({ code: 'VENUE_REJECTED' });
    expect(await tradeOf(id)).toMatchObject({ status: 'NEEDS_REVIEW', closeRequest: null });
    await t.sync();
    expect(t.venue.count('POST /orders')).toBe(2);
  });
});
