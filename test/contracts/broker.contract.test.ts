import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { VenueOrder } from '../../server/domain/order/venue-order.ts';
import { BrokerRejected, type Broker } from '../../server/ports/broker.ts';
import { CALL } from '../support/fakes/option-market.ts';
import { RESTING_VENUES, type RestingVenue } from '../support/desks/resting-venues.ts';
import { submission } from '../support/desks/venue-account.ts';
import { close, entry, exits } from '../support/desks/venue-scene.ts';

describe.each(RESTING_VENUES)('a Broker at %s', (_, open) => {
  let venue: RestingVenue;
  let broker: Broker;
  let tags = 0;
  beforeEach(async () => {
    venue = await open();
    broker = venue.broker;
  });
  afterEach(() => venue.end());

  const place = (...what: [Parameters<typeof submission>[0], Parameters<typeof submission>[2]]) => {
    tags += 1;
    return broker.place(submission(what[0], CALL, what[1], `tag-${tags}`));
  };
  async function seen(id: string): Promise<VenueOrder> {
    const order = await broker.order(id);
    if (!order) throw new Error(`The venue does not know ${id}`);
    return order;
  }
  const legsOf = async (id: string) => (await seen(id)).legs.map((leg) => leg.status);
  const held = async () =>
    (await broker.positions()).listed.map((each) => `${each.quantity.toFixed()} ${each.symbol}`);
  const resting = ['PENDING', 'OPEN'];
  const waiting = ['PENDING', 'HELD'];

  async function holding(quantity: number): Promise<void> {
    await place('SINGLE', [entry(quantity, '2.10')]);
    expect(await held()).toEqual([`${quantity} ${CALL.symbol}`]);
  }

  it('keeps a limit order that cannot fill, readable by its id and listed with its tag', async () => {
    const id = await place('SINGLE', [entry(2, '1.90')]);
    const order = await seen(id);
    expect(order).toMatchObject({
      venueOrderId: id,
      shape: 'SINGLE',
      averagePrice: null,
      legs: [],
    });
    expect(resting).toContain(order.status);
    expect(order).toMatchObject({ symbol: CALL.symbol, side: 'BUY_TO_OPEN', type: 'LIMIT' });
    expect(order.quantity?.toFixed()).toBe('2');
    expect(order.limitPrice?.toFixed()).toBe('1.9');
    const listed = (await broker.orders()).listed.filter((each) => each.tag === `tag-${tags}`);
    expect(listed).toEqual([order]);
    expect(await held()).toEqual([]);
  });

  it('fills at the touch or better, and moves position and cash by it', async () => {
    const before = (await broker.balances()).cash!;
    const id = await place('SINGLE', [entry(3, '2.20')]);
    const order = await seen(id);
    expect(order.status).toBe('FILLED');
    expect([order.filledQuantity.toFixed(), order.averagePrice?.toFixed()]).toEqual(['3', '2.1']);
    const [position] = (await broker.positions()).listed;
    expect(position?.symbol).toBe(CALL.symbol);
    expect([position?.quantity.toFixed(), position?.costBasis.toFixed()]).toEqual(['3', '630']);
    const spent = before.minus((await broker.balances()).cash!);
    expect(spent.minus(630).toNumber()).toBeLessThanOrEqual(1.05);
    expect(spent.greaterThanOrEqualTo(630)).toBe(true);
  });

  it('takes an OTOCO whole: entry first, exits waiting, all under one tag', async () => {
    const id = await place('OTOCO', [entry(2, '1.90'), ...exits(2)]);
    const order = await seen(id);
    expect(order.shape).toBe('OTOCO');
    expect(order.legs.map((leg) => leg.type)).toEqual(['LIMIT', 'LIMIT', 'STOP']);
    expect(order.legs.map((leg) => leg.tag)).toEqual(Array(3).fill(`tag-${tags}`));
    expect(new Set([id, ...order.legs.map((leg) => leg.venueOrderId)]).size).toBe(4);
    for (const leg of order.legs.slice(1)) expect(waiting).toContain(leg.status);
    venue.quote('1.80', '1.90');
    expect(await legsOf(id)).toEqual(['FILLED', 'OPEN', 'OPEN']);
    const [, target] = (await seen(id)).legs;
    expect((await seen(target!.venueOrderId)).status).toBe('OPEN');
  });

  it.each([
    ['target', '3.05', '3.15', ['FILLED', 'CANCELED'], '3.05'],
    ['stop', '1.40', '1.50', ['CANCELED', 'FILLED'], '1.4'],
  ])('drops one exit of an OCO once the other, the %s, has filled', async (...row) => {
    const [, bid, ask, ends, price] = row;
    await holding(2);
    const id = await place('OCO', exits(2));
    expect((await seen(id)).shape).toBe('OCO');
    venue.quote(bid, ask);
    expect(await legsOf(id)).toEqual(ends);
    const filled = (await seen(id)).legs.find((leg) => leg.status === 'FILLED');
    expect(filled?.averagePrice?.toFixed()).toBe(price);
    expect(await held()).toEqual([]);
    expect((await seen(id)).status).toBe('FILLED');
  });

  it('changes the price of a single order in place, and of no leg', async () => {
    const single = await place('SINGLE', [entry(1, '1.50')]);
    await broker.change(single, { limitPrice: dec('1.60'), stopPrice: null });
    expect(await seen(single)).toMatchObject({ status: 'OPEN', venueOrderId: single });
    expect((await seen(single)).limitPrice?.toFixed()).toBe('1.6');
    await broker.cancel(single);
    const gone = broker.change(single, { limitPrice: dec('1.70'), stopPrice: null });
    await expect(gone).rejects.toThrow(BrokerRejected);
    await holding(1);
    const [target] = (await seen(await place('OCO', exits(1)))).legs;
    const leg = broker.change(target!.venueOrderId, { limitPrice: dec('3.10'), stopPrice: null });
    await expect(leg).rejects.toThrow(BrokerRejected);
  });

  it('cancels an order, and an OCO with both its legs', async () => {
    const single = await place('SINGLE', [entry(1, '1.50')]);
    await broker.cancel(single);
    expect((await seen(single)).status).toBe('CANCELED');
    await holding(1);
    const oco = await place('OCO', exits(1));
    await broker.cancel(oco);
    expect(await legsOf(oco)).toEqual(['CANCELED', 'CANCELED']);
    venue.quote('3.05', '3.15');
    expect(await held()).toEqual([`1 ${CALL.symbol}`]);
  });

  it('resolves the cancel of an order that was already final, and does not change it', async () => {
    const id = await place('SINGLE', [entry(1, '2.10')]);
    await expect(broker.cancel(id)).resolves.toBeUndefined();
    expect((await seen(id)).status).toBe('FILLED');
    const gone = await place('SINGLE', [entry(1, '1.50')]);
    await broker.cancel(gone);
    await expect(broker.cancel(gone)).resolves.toBeUndefined();
  });

  it('refuses what it does not support with a reason, and stores nothing of it', async () => {
    const naked = place('SINGLE', [close(1)]);
    await expect(naked).rejects.toThrow(BrokerRejected);
    await expect(naked).rejects.toThrow(/\w{4,}/);
    await holding(1);
    await expect(place('OCO', exits(2))).rejects.toThrow(BrokerRejected);
    expect(await held()).toEqual([`1 ${CALL.symbol}`]);
    const working = (await broker.orders()).listed.filter((order) =>
      resting.includes(order.status),
    );
    expect(working).toEqual([]);
  });

  it('reports trades from the next day on, from a date and for one symbol', async () => {
    const today = '2026-03-10';
    await holding(3);
    await place('SINGLE', [close(1, '1.90')]);
    expect(await broker.accountHistory(today)).toEqual([]);
    venue.pass(1);
    const history = (await broker.accountHistory(today, CALL.symbol)) ?? [];
    const words = history.map(({ kind, date, symbol, quantity, price, amount }) =>
      [kind, date, symbol, quantity?.toFixed(), price?.toFixed(), amount.toFixed()].join(' '),
    );
    expect(words).toEqual([
      `TRADE ${today} ${CALL.symbol} 3 2.1 -630`,
      `TRADE ${today} ${CALL.symbol} -1 2 200`,
    ]);
    expect(await broker.accountHistory(today)).toEqual(history);
    expect(await broker.accountHistory('2026-03-11')).toEqual([]);
    expect(await broker.accountHistory(today, 'SPY260327P00560000')).toEqual([]);
  });

  it('knows no order by an id that it never issued', async () => {
    await broker.balances();
    expect(await broker.order('999999')).toBeNull();
  });

  it('changes nothing by a preview, and returns what the order would cost', async () => {
    const before = await Promise.all([broker.orders(), broker.positions(), broker.balances()]);
    const { cost, fees } = await broker.preview(submission('SINGLE', CALL, [entry(1, '2.10')]));
    expect(cost?.toNumber()).toBeGreaterThanOrEqual(210);
    expect(cost?.toNumber()).toBeLessThan(212);
    expect(fees?.toNumber()).toBe(0.35);
    const after = await Promise.all([broker.orders(), broker.positions(), broker.balances()]);
    expect(after).toEqual(before);
  });
});
