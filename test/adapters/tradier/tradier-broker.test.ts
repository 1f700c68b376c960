import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TradierBroker } from '../../../server/adapters/tradier/tradier-broker.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { BrokerBusy, BrokerRejected, BrokerUnreachable } from '../../../server/ports/broker.ts';
import { CALL, submitted } from '../../support/fakes/option-market.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';
import { submission } from '../../support/desks/venue-account.ts';
import { LOST_RESPONSE, MAINTENANCE } from '../../venues/wire-server.ts';

let desk: SandboxAccount;
let broker: TradierBroker;

beforeEach(async () => {
  desk = await SandboxAccount.open();
  broker = desk.broker();
});
afterEach(() => desk.venue.close());

const entry = submitted('ENTRY', 'BUY_TO_OPEN', 3, { limit: '2.05' }, 'DAY');
const target = submitted('TAKE_PROFIT', 'SELL_TO_CLOSE', 3, { limit: '3.00' });
const stop = submitted('STOP_LOSS', 'SELL_TO_CLOSE', 3, { stop: '1.40' });
const buy = (tag = 'tag-1') => submission('SINGLE', CALL, [entry], tag);
const bracket = submission('OTOCO', CALL, [entry, target, stop]);
const exits = submission('OCO', CALL, [target, stop]);
const posts = () => desk.venue.count('POST /orders');

describe('placing', () => {
  it('sends a bracket as one OTOCO, found again by its tag', async () => {
    const id = await broker.place(bracket);
    const [order] = (await broker.orders()).listed;
    expect(order).toMatchObject({ venueOrderId: id, tag: 'tag-1', shape: 'OTOCO', status: 'OPEN' });
    expect(order!.legs.map((leg) => `${leg.venueOrderId} ${leg.type} ${leg.status}`)).toEqual([
      `${Number(id) + 1} LIMIT OPEN`,
      `${Number(id) + 2} LIMIT PENDING`,
      `${Number(id) + 3} STOP PENDING`,
    ]);
  });

  it.each([
    ['the answer is lost', LOST_RESPONSE, 1],
    ['the answer never comes', { silent: true, afterCommit: true }, 1],
    ['a 502 hides the answer', { status: 502, text: 'Bad Gateway', afterCommit: true }, 1],
    ['the venue is down', MAINTENANCE, 0],
    ['the line breaks', { hangUp: true }, 0],
    ['the answer has no id', { json: { order: {} } }, 0],
  ])(
    'leaves the outcome unknown when %s, and never sends again',
    async (_, misfortune, standing) => {
      desk.venue.fail('POST /orders', misfortune);
      await expect(broker.place(buy())).rejects.toThrow(BrokerUnreachable);
      expect(posts()).toBe(1);
      expect((await broker.orders()).listed.map((order) => order.tag)).toEqual(
        standing === 1 ? ['tag-1'] : [],
      );
    },
  );

  it('reports a refusal in the venue’s words', async () => {
    await expect(broker.place(buy('under_score'))).rejects.toThrow(
      new BrokerRejected('Invalid parameter, tag: contains invalid characters.'),
    );
    const near = submission('OTOCO', CALL, [
      entry,
      submitted('TAKE_PROFIT', 'SELL_TO_CLOSE', 3, { limit: '1.49' }),
      stop,
    ]);
    await expect(broker.place(near)).rejects.toThrow(
      'Backoffice rejected override of the order.; OcoPriceDifferenceIsLessThanDelta',
    );
    await expect(broker.place(exits)).rejects.toThrow('UnexpectedSellOrderOption');
    desk.venue.fail('POST /orders', { status: 429, text: 'Quota Violation: 1773154860001' });
    await expect(broker.place(buy())).rejects.toThrow(BrokerBusy);
  });

  it('gives all legs one duration when the venue takes no mixture', async () => {
    desk.venue.quirks.mixedDurations = 'refused';
    const refused = broker.place(bracket);
    await expect(refused).rejects.toMatchObject({ ofDurations: true });
    await expect(refused).rejects.toThrow('IncorrectTimeInForce');
    expect(broker.rules.mixedDurations).toBe(false);
    const sameDay = [entry, { ...target, timeInForce: 'DAY' }, { ...stop, timeInForce: 'DAY' }];
    await broker.place(submission('OTOCO', CALL, sameDay as (typeof entry)[]));
    expect(desk.venue.orders[0]!.legs.map((leg) => leg.duration)).toEqual(['day', 'day', 'day']);
  });

  it('sees a rejection that comes after the acknowledgement', async () => {
    desk.venue.rejectNextOrder('You do not have enough buying power for this trade.');
    const order = await broker.order(await broker.place(buy()));
    expect(order).toMatchObject({
      status: 'REJECTED',
      reason: 'You do not have enough buying power for this trade.',
    });
  });

  it('previews without placing', async () => {
    const { cost, fees } = await broker.preview(buy());
    expect([cost?.toString(), fees?.toString()]).toEqual(['615.35', '0.35']);
    expect(desk.venue.orders).toEqual([]);
    await expect(broker.preview(exits)).rejects.toThrow(BrokerRejected);
  });
});

describe('canceling', () => {
  it('resolves once requested, also for an order that is already final', async () => {
    const id = await broker.place(buy());
    await broker.cancel(id);
    expect((await broker.order(id))!.status).toBe('CANCELED');
    await broker.cancel(id);
    const filled = await broker.place(buy());
    desk.venue.fill(filled, { price: '2.05' });
    await broker.cancel(filled);
    expect((await broker.order(filled))!.status).toBe('FILLED');
  });

  it('an unknown order is refused, and a lost answer is reported as lost', async () => {
    await expect(broker.cancel('1')).rejects.toThrow(BrokerRejected);
    desk.venue.fail('DELETE /orders/:id', { hangUp: true });
    await expect(broker.cancel(await broker.place(buy()))).rejects.toThrow(BrokerUnreachable);
    expect(desk.venue.count('DELETE /orders/:id')).toBe(2);
  });
});

describe('reading one order', () => {
  it('returns null for an unknown id, once the account has answered well', async () => {
    expect(await broker.order('123')).toBeNull();
    expect(desk.venue.count('GET /balances')).toBe(1);
    expect(await broker.order('124')).toBeNull();
    expect(desk.venue.count('GET /balances')).toBe(1);
  });

  it('never takes another’s account or a bad token for an unknown order', async () => {
    const foreign = desk.broker({ account: 'VA99999999' });
    await expect(foreign.order('123')).rejects.toThrow(BrokerUnreachable);
    const expired = desk.broker({}, desk.clientOf('expired'));
    await expect(expired.order('123')).rejects.toThrow(BrokerUnreachable);
  });

  it('returns a fill before its price', async () => {
    const id = await broker.place(buy());
    desk.venue.quirks.pricelessReads = 1;
    desk.venue.fill(id, { price: '2.03' });
    expect(await broker.order(id)).toMatchObject({ status: 'FILLED', averagePrice: null });
    expect((await broker.order(id))!.averagePrice?.toString()).toBe('2.03');
  });

  it('follows a bracket from part to part', async () => {
    const id = await broker.place(bracket);
    const [, entryLeg = 0, , stopLeg = 0] = [0, 1, 2, 3].map((n) => Number(id) + n);
    desk.venue.fill(entryLeg, { quantity: 1, price: '2.00' });
    desk.venue.fill(entryLeg, { quantity: 2, price: '2.03' });
    expect((await broker.order(id))!.legs[0]!.averagePrice?.toString()).toBe('2.02');
    desk.venue.fill(stopLeg, { price: '1.38' });
    const order = await broker.order(id);
    expect(order!.status).toBe('FILLED');
    expect(order!.legs.map((leg) => leg.status)).toEqual(['FILLED', 'CANCELED', 'FILLED']);
    expect((await broker.positions()).listed).toEqual([]);
  });
});

describe('the list of orders', () => {
  it('is empty in both of the venue’s forms', async () => {
    expect((await broker.orders()).listed).toEqual([]);
    desk.venue.quirks.emptyAsText = false;
    expect((await broker.orders()).listed).toEqual([]);
  });

  it('comes whole, page after page', async () => {
    for (let n = 0; n < 1510; n += 1) desk.venue.placeElsewhere([legForm()], 'option', `t-${n}`);
    const tags = new Set((await broker.orders()).listed.map((order) => order.tag));
    expect(tags.size).toBe(1510);
    desk.venue.quirks.tellsTotalPages = true;
    expect((await broker.orders()).listed).toHaveLength(1510);
  });

  it('goes back only to midnight in New York; older ids still answer', async () => {
    const id = await broker.place(buy());
    desk.venue.now = new Date('2026-03-11T03:59:00Z');
    expect((await broker.orders()).listed).toHaveLength(1);
    desk.venue.now = new Date('2026-03-11T04:01:00Z');
    expect((await broker.orders()).listed).toEqual([]);
    expect(await broker.order(id)).toMatchObject({ status: 'OPEN', tag: 'tag-1' });
  });

  it('is requested again after a temporary failure, and given up after three', async () => {
    desk.venue.fail('GET /orders', MAINTENANCE, 2);
    expect((await broker.orders()).listed).toEqual([]);
    desk.venue.fail('GET /orders', { status: 500 }, 3);
    await expect(broker.orders()).rejects.toThrow(BrokerUnreachable);
    expect(desk.venue.count('GET /orders')).toBe(6);
  });

  it('keeps an unknown status word', async () => {
    desk.venue.setStatus(await broker.place(buy()), 'quarantined');
    const [order] = (await broker.orders()).listed;
    expect(order).toMatchObject({ status: 'UNRECOGNISED', rawStatus: 'quarantined' });
  });
});

describe('the account', () => {
  it('holds what was bought, and reflects somebody else’s trades in it', async () => {
    desk.venue.fill(await broker.place(buy()), { price: '2.05' });
    desk.venue.setPosition('AAPL260327P00200000', -2, '-310');
    const held = (await broker.positions()).listed.map(
      (p) => `${p.symbol} ${p.quantity} ${p.costBasis}`,
    );
    expect(held).toEqual(['SPY260327C00560000 3 615', 'AAPL260327P00200000 -2 -310']);
    const { cash, equity, buyingPower } = await broker.balances();
    expect(cash).toEqual(dec(99_385));
    expect(buyingPower).toEqual(dec(99_385));
    expect(equity?.greaterThan(0)).toBe(true);
  });

  it('never exposes the token', async () => {
    const secret = 'secret-token-123';
    const leaky = desk.broker({}, desk.clientOf(secret));
    desk.venue.fail('GET /positions', { status: 400, text: `No such token ${secret}` });
    const error = await leaky.positions().catch((thrown: unknown) => thrown as Error);
    expect(error).toBeInstanceOf(BrokerUnreachable);
    expect((error as Error).message).toBe('No such token [token]');
    expect(desk.log.lines.join()).not.toContain(secret);
  });
});

function legForm() {
  const { symbol: optionSymbol, underlying: symbol } = CALL;
  const common = { symbol, optionSymbol, side: 'buy_to_open', type: 'limit', duration: 'day' };
  return { ...common, quantity: dec(1), price: dec('0.01'), stop: null };
}
