import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

/** An entry that is sent alone, because its stop cannot be sent with it. */
const ALONE: Partial<TicketInput> = { quantity: dec(10), bracket: { stopLoss: dec('1.00') } };
const BRACKETED: Partial<TicketInput> = { quantity: dec(10) };

let t: TradierDesk;
let venue: VenueAdversary;
beforeEach(async () => {
  t = await TradierDesk.start();
  venue = new VenueAdversary(t);
});
afterEach(() => t.close());

/** An entry for ten of which some have filled. */
async function partlyFilled(ticket: Partial<TicketInput>, quantity = 3): Promise<string> {
  const { id } = await t.place(ticket);
  venue.act({ kind: 'fill', part: 'entry', quantity });
  await t.sync();
  return id;
}

const tradeOf = async (id: string) => (await t.stored(id)).trade;

async function cancelRest(id: string) {
  const { version: expectedVersion } = await tradeOf(id);
  return t.desk.trading.executeOrder(ADA, {
    cancel: { id, expectedVersion, idempotencyKey: t.key() },
  });
}

function workingAtVenue(): string[] {
  return venue
    .working()
    .filter((order) => order.parent?.legs[0]?.status !== 'partially_filled')
    .map((order) => `${order.side} ${order.quantity.minus(order.filled).toFixed()}`)
    .sort();
}

describe('the rest of an entry that has filled in part', () => {
  it('is canceled, and the part stays open with exits of its size', async () => {
    const id = await partlyFilled(BRACKETED);
    await cancelRest(id);
    expect(await tradeOf(id)).toMatchObject({ status: 'OPEN', closeRequest: null });
    expect((await tradeOf(id)).openQuantity.toFixed()).toBe('3');
    await t.sync();
    expect(workingAtVenue()).toEqual(['sell_to_close 3', 'sell_to_close 3']);
    expect(await tradeOf(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(await t.alerts()).toEqual([]);
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('is canceled beside a working stop, which stays', async () => {
    const id = await partlyFilled(ALONE);
    const stop = venue.working().find((order) => order.side === 'sell_to_close');
    await cancelRest(id);
    expect(venue.working()).toEqual([stop]);
    expect(await tradeOf(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
  });

  it('stays requested while the venue has not confirmed its cancel, also after a restart', async () => {
    const id = await partlyFilled(BRACKETED);
    venue.act({ kind: 'trouble', trouble: 'slowCancel' });
    await cancelRest(id);
    t.restart();
    await t.sync();
    expect(await tradeOf(id)).toMatchObject({ status: 'OPEN' });
    venue.behave();
    await t.sync();
    await t.sync();
    expect(workingAtVenue()).toEqual(['sell_to_close 3', 'sell_to_close 3']);
  });

  it('may fill before its cancel arrives: all of it is held, with exits for that', async () => {
    const id = await partlyFilled(BRACKETED, 8);
    venue.act({ kind: 'fillWhenCanceled', part: 'entry' });
    await cancelRest(id);
    await t.sync();
    expect((await tradeOf(id)).openQuantity.toFixed()).toBe('10');
    expect(await tradeOf(id)).toMatchObject({ status: 'OPEN', closeRequest: null });
    expect(workingAtVenue()).toEqual(['sell_to_close 10', 'sell_to_close 10']);
  });

  it('is canceled once by one key, and refused when nothing of it is left', async () => {
    const id = await partlyFilled(BRACKETED);
    const { version: expectedVersion } = await tradeOf(id);
    const input = { id, expectedVersion, idempotencyKey: t.key() };
    await Promise.all([
      t.desk.trading.executeOrder(ADA, { cancel: input }),
      t.desk.trading.executeOrder(ADA, { cancel: input }),
    ]);
    const requests = (await t.events(id)).filter((type) => type === 'CANCEL_REQUESTED');
    // One request is the person's, the other the cancel that the desk made for it.
    expect(requests).toHaveLength(2);
    await t.sync();
    await expect(cancelRest(id)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: { field: 'input.id' },
      message: 'Its entry has ended: nothing is left to cancel.',
    });
  });
});

describe('the part that an entry has filled', () => {
  it('has a stop of its size at the venue when the entry stands alone, after each fill', async () => {
    const id = await partlyFilled(ALONE);
    expect(workingAtVenue()).toEqual(['buy_to_open 7', 'sell_to_close 3']);
    expect(await tradeOf(id)).toMatchObject({ protection: 'VENUE', unprotectedSince: null });
    venue.act({ kind: 'fill', part: 'entry', quantity: 2 });
    await t.sync();
    expect(workingAtVenue()).toEqual(['buy_to_open 5', 'sell_to_close 5']);
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('ends by its stop: the rest of the entry is canceled, and the trade is closed', async () => {
    const id = await partlyFilled(ALONE);
    venue.act({ kind: 'fill', part: 'stop', quantity: 3 });
    await t.sync();
    await t.sync();
    expect(await tradeOf(id)).toMatchObject({ status: 'SL_HIT', phase: 'CLOSED' });
    expect(venue.working()).toEqual([]);
  });

  it('gets no second pair beside an OTOCO, and is watched by the desk with its reason', async () => {
    const id = await partlyFilled(BRACKETED);
    await t.sync();
    expect(t.venue.count('POST /orders')).toBe(1);
    const trade = await tradeOf(id);
    expect(trade).toMatchObject({ status: 'OPEN', protection: 'WATCHED' });
    expect(trade.unprotectedSince).not.toBeNull();
    expect(await t.alerts()).toEqual(['UNPROTECTED']);
  });

  it.each([
    ['stop', 0.95, 'SL_HIT'],
    ['target', 2.6, 'TP_HIT'],
  ])('is sold when its %s is hit, once the rest is confirmed gone', async (_, bid, status) => {
    const id = await partlyFilled(BRACKETED);
    venue.act({ kind: 'trouble', trouble: 'slowCancel' });
    t.quote(bid, bid + 0.1);
    await t.desk.watchExits.execute();
    expect(t.venue.count('POST /orders')).toBe(1);
    venue.behave();
    t.quote(bid, bid + 0.1);
    await t.sync();
    await t.sync();
    expect(workingAtVenue()).toEqual(['sell_to_close 3']);
    venue.act({ kind: 'fill', part: 'close', quantity: 3 });
    await t.sync();
    expect(await tradeOf(id)).toMatchObject({ status, phase: 'CLOSED' });
    expect(venue.uncoveredCloses).toEqual([]);
  });

  it('is sold whole, including what filled after the hit', async () => {
    const id = await partlyFilled(BRACKETED);
    venue.act({ kind: 'fillWhenCanceled', part: 'entry' });
    t.quote(0.95, 1.05);
    await t.desk.watchExits.execute();
    expect(workingAtVenue()).toEqual(['sell_to_close 5']);
    venue.act({ kind: 'fill', part: 'close', quantity: 5 });
    await t.sync();
    expect(await tradeOf(id)).toMatchObject({ status: 'SL_HIT', phase: 'CLOSED' });
  });

  it('is closed by a person with what filled before the rest was gone', async () => {
    const id = await partlyFilled(BRACKETED);
    venue.act({ kind: 'fillWhenCanceled', part: 'entry' });
    const { version: expectedVersion } = await tradeOf(id);
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.executeOrder(ADA, { close: { ...keyed, orderType: 'MARKET' } });
    expect(workingAtVenue()).toEqual(['sell_to_close 5']);
  });

  it('is watched by the stop that a person has moved, while the rest still works', async () => {
    const id = await partlyFilled(BRACKETED);
    const { version: expectedVersion } = await tradeOf(id);
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.updatePosition(ADA, { bracket: { ...keyed, stopLoss: dec('1.30') } });
    expect((await tradeOf(id)).bracket.stopLoss?.toFixed()).toBe('1.3');
    t.quote(1.25, 1.35);
    await t.desk.watchExits.execute();
    expect(await tradeOf(id)).toMatchObject({ status: 'CLOSING' });
  });

  it('has the moved stop once the whole entry has filled', async () => {
    const id = await partlyFilled(BRACKETED);
    const { version: expectedVersion } = await tradeOf(id);
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.updatePosition(ADA, { bracket: { ...keyed, stopLoss: dec('1.30') } });
    venue.act({ kind: 'fill', part: 'entry', quantity: 7 });
    await t.sync();
    const stops = venue.working().flatMap((order) => order.stop?.toFixed() ?? []);
    expect(stops).toEqual(['1.3']);
    expect(await tradeOf(id)).toMatchObject({ protection: 'VENUE' });
  });
});

describe('a venue that takes no sale beside a buy of the same contract', () => {
  beforeEach(() => void (t.venue.quirks.opposingOrders = 'refused'));

  it('leaves the part to the desk’s watch, and gets its stop as soon as the rest is gone', async () => {
    const id = await partlyFilled(ALONE);
    expect(await tradeOf(id)).toMatchObject({ status: 'OPEN', protection: 'WATCHED' });
    t.pass(61);
    venue.act({ kind: 'fill', part: 'entry', quantity: 2 });
    await t.sync();
    // The exit was sent once, not after every fill.
    expect(t.venue.count('POST /orders')).toBe(2);
    t.pass(61);
    await cancelRest(id);
    expect(workingAtVenue()).toEqual(['sell_to_close 5']);
    expect(await tradeOf(id)).toMatchObject({ protection: 'VENUE' });
  });
});
