import { describe, expect, it } from 'vitest';
import { listPositions } from '../../../server/adapters/tradier/tradier-lists.ts';
import { venueOrder } from '../../../server/adapters/tradier/tradier-mapping.ts';
import { orderForm } from '../../../server/adapters/tradier/tradier-order-form.ts';
import {
  orderRow,
  ordersReply,
  positionsReply,
} from '../../../server/adapters/tradier/tradier-schema.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { BrokerRejected } from '../../../server/ports/broker.ts';
import { CALL, submitted } from '../../support/fakes/option-market.ts';
import { referenceFile } from '../../support/recorded/reference-file.ts';
import { submission } from '../../support/desks/venue-account.ts';

const entry = submitted('ENTRY', 'BUY_TO_OPEN', 3, { limit: '2.05' }, 'DAY');
const target = submitted('TAKE_PROFIT', 'SELL_TO_CLOSE', 3, { limit: '3' });
const stop = submitted('STOP_LOSS', 'SELL_TO_CLOSE', 3, { stop: '1.40' });
const SYMBOL = { symbol: 'SPY', option_symbol: 'SPY260327C00560000' };

const readOrders = (reply: unknown) =>
  ordersReply.parse(reply).orders.map((row) => venueOrder(orderRow.parse(row)));
const read = (orders: unknown) => readOrders({ orders });
const wire = (more: object) => ({ id: 7, class: 'option', status: 'open', ...SYMBOL, ...more });

describe('a submission on the wire', () => {
  it('is a single order without indices', () => {
    expect(orderForm(submission('SINGLE', CALL, [entry]))).toEqual({
      class: 'option',
      tag: 'tag-1',
      ...SYMBOL,
      side: 'buy_to_open',
      quantity: '3',
      type: 'limit',
      price: '2.05',
      duration: 'day',
    });
  });

  it('is an OTOCO with each index at the end of the name, DAY entry and GTC exits', () => {
    const form = orderForm(submission('OTOCO', CALL, [entry, target, stop]));
    expect(form).toMatchObject({
      class: 'otoco',
      'option_symbol[2]': 'SPY260327C00560000',
      'type[0]': 'limit',
      'price[1]': '3',
      'type[2]': 'stop',
      'stop[2]': '1.4',
      'duration[0]': 'day',
      'duration[1]': 'gtc',
      'duration[2]': 'gtc',
    });
    expect(form).not.toHaveProperty('duration');
    expect(form).not.toHaveProperty('price[2]');
  });

  it('has one duration when all legs agree', () => {
    const oco = orderForm(submission('OCO', CALL, [target, stop]));
    expect([oco.duration, oco['duration[0]']]).toEqual(['gtc', undefined]);
    const day = [target, stop].map((exit) => ({ ...exit, timeInForce: 'DAY' as const }));
    const single = orderForm(submission('OTOCO', CALL, [entry, ...day]));
    expect([single.duration, single['duration[1]']]).toEqual(['day', undefined]);
  });

  it('is an OTO when the entry brings one exit', () => {
    const form = orderForm(submission('OTO', CALL, [entry, target]));
    expect(form).toMatchObject({ class: 'oto', 'side[0]': 'buy_to_open', 'price[1]': '3' });
    expect(form).not.toHaveProperty('side[2]');
  });

  const equity = {
    assetClass: 'EQUITY',
    symbol: 'SPY',
    underlying: 'SPY',
    multiplier: 1,
  } as const;
  it.each([
    ['BUY', 'buy', 'SELL', 'sell'],
    ['SELL_TO_OPEN', 'sell_short', 'BUY_TO_CLOSE', 'buy_to_cover'],
  ] as const)('of shares enters by %s as %s, and leaves by %s as %s', (...row) => {
    const [into, entering, out, leaving] = row;
    const legs = [submitted('ENTRY', into, 3, { limit: '2.05' }, 'DAY'), { ...target, side: out }];
    const form = orderForm(submission('OTO', equity, legs));
    expect(form).toMatchObject({ class: 'oto', 'symbol[0]': 'SPY', 'symbol[1]': 'SPY' });
    expect([form['side[0]'], form['side[1]']]).toEqual([entering, leaving]);
    expect(Object.keys(form).filter((name) => name.startsWith('option_symbol'))).toEqual([]);
  });

  it('is refused before it leaves when the venue would have to split a share', () => {
    const part = { ...target, quantity: dec('1.5') };
    expect(() => orderForm(submission('SINGLE', equity, [part]))).toThrow(BrokerRejected);
  });

  it('buys and sells shares with the share sides', () => {
    const form = orderForm(submission('SINGLE', equity, [target]));
    expect(form).toMatchObject({ class: 'equity', symbol: 'SPY', side: 'sell' });
    expect(form).not.toHaveProperty('option_symbol');
  });
});

describe('orders off the wire', () => {
  it.each([
    ['the text null', 'null', 0],
    ['null', null, 0],
    ['one bare object', { order: wire({}) }, 1],
    ['a list', { order: [wire({ id: 1 }), wire({ id: 2 })] }, 2],
  ])('come as %s', (_, orders, count) => {
    expect(read(orders)).toHaveLength(count);
  });

  it('are never "none" when the answer has another shape', () => {
    expect(() => read(undefined)).toThrow();
    expect(() => read('soon')).toThrow();
    expect(() => read({ order: { status: 'open' } })).toThrow();
  });

  it.each([
    ['open', false],
    ['pending_cancel', true],
    ['cancel_requested', true],
    ['canceled', false],
  ])('called "%s" have a cancel under way: %s', (status, cancelPending) => {
    expect(read({ order: wire({ status }) })[0]).toMatchObject({ cancelPending });
  });

  it.each(['calculated', 'lost_in_space', ''])('keep the word "%s" without a guess', (status) => {
    expect(read({ order: wire({ status }) })[0]).toMatchObject({
      status: 'UNRECOGNISED',
      rawStatus: status,
    });
  });

  it('are unrecognised in shapes other than ours', () => {
    expect(read({ order: wire({ class: 'multileg' }) })[0]!.shape).toBe('UNRECOGNISED');
  });

  it.each([null, 0, '0E-8', undefined])('have no price when they are filled at %s', (price) => {
    const order = read({
      order: wire({ status: 'filled', exec_quantity: 3, avg_fill_price: price }),
    });
    expect(order[0]).toMatchObject({ status: 'FILLED', averagePrice: null });
    expect(order[0]!.filledQuantity.toString()).toBe('3');
  });

  it('have flat legs with their parent’s tag, however they are nested', () => {
    const legs = [
      wire({ id: 8 }),
      { id: 9, class: 'oco', status: 'open', leg: [wire({ id: 10 }), wire({ id: 11 })] },
    ];
    const [otoco] = read({ order: { id: 7, class: 'otoco', status: 'open', tag: 't', leg: legs } });
    expect(otoco!.legs.map((leg) => [leg.venueOrderId, leg.tag])).toEqual([
      ['8', 't'],
      ['10', 't'],
      ['11', 't'],
    ]);
  });

  it('are read as recorded in production', (context) => {
    const text = referenceFile('fixtures/tradier/orders-multileg-production.recorded.json');
    if (!text) return context.skip();
    const orders = readOrders(JSON.parse(text));
    expect(orders).toHaveLength(44);
    expect(new Set(orders.map((order) => order.status))).toEqual(new Set(['FILLED', 'CANCELED']));
    const [first] = orders;
    expect(first!.legs[0]).toMatchObject({ symbol: 'SPXW230922P04350000', side: 'BUY_TO_OPEN' });
    expect(first!.createdAt?.toISOString()).toBe('2023-09-22T14:31:11.121Z');
  });

  it('are read as the documentation prints them', (context) => {
    const text = referenceFile('fixtures/tradier/doc-orders-combo-and-option.json');
    if (!text) return context.skip();
    const orders = readOrders(JSON.parse(text));
    expect(orders.map(({ shape, status }) => `${shape} ${status}`)).toEqual([
      'SINGLE EXPIRED',
      'SINGLE EXPIRED',
      'UNRECOGNISED CANCELED',
    ]);
  });
});

describe('positions off the wire', () => {
  it('are signed, with their total cost in dollars', (context) => {
    const text = referenceFile('fixtures/tradier/positions-spxw-production.recorded.json');
    if (!text) return context.skip();
    const { listed, complete } = listPositions(positionsReply.parse(JSON.parse(text)).positions);
    expect([listed.length, complete]).toEqual([9, true]);
    expect(listed[1]!.quantity.toString()).toBe('-8');
    expect(listed[1]!.costBasis.toString()).toBe('-14144');
  });
});
