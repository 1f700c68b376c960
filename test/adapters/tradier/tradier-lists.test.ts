import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TradierBroker } from '../../../server/adapters/tradier/tradier-broker.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { CALL, submitted } from '../../support/fakes/option-market.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';
import { submission } from '../../support/desks/venue-account.ts';

let desk: SandboxAccount;
let broker: TradierBroker;

beforeEach(async () => {
  desk = await SandboxAccount.open();
  broker = desk.broker();
});
afterEach(() => desk.venue.close());

const entry = submitted('ENTRY', 'BUY_TO_OPEN', 3, { limit: '2.05' }, 'DAY');
const buy = (tag: string) => submission('SINGLE', CALL, [entry], tag);

/** Ways to make an order's row unreadable, with what stays readable of it. */
const BAD_ORDERS: readonly ((row: object) => unknown)[] = [
  (row) => ({ ...row, quantity: 'NaN' }),
  (row) => ({ ...row, exec_quantity: 'NaN' }),
  (row) => ({ ...row, status: null }),
  (row) => ({ ...row, price: { amount: 2 } }),
  (row) => ({ ...row, id: null }),
  () => 'order',
];

describe('a row of the list of orders', () => {
  it.each([
    ['a numeric tag', { tag: 20260310 }, { tag: '20260310' }],
    [
      'a date in milliseconds',
      { create_date: 1_773_154_800_000 },
      { createdAt: new Date(1_773_154_800_000) },
    ],
    [
      'a date in seconds',
      { create_date: 1_773_154_800 },
      { createdAt: new Date(1_773_154_800_000) },
    ],
    ['an invalid date', { create_date: 'NaN' }, { createdAt: null }],
    ['numbers as text', { quantity: '3.00000000' }, { rawStatus: 'open' }],
  ])('with %s is read', async (_, odd, expected) => {
    desk.venue.quirks.spoil = (_list, row) => ({ ...row, ...odd });
    await broker.place(buy('tag-1'));
    const { listed, complete } = await broker.orders();
    expect(listed).toMatchObject([expected]);
    expect(complete).toBe(true);
  });

  it('that is unreadable loses no other row, and names its order', async () => {
    const ids = [await broker.place(buy('a')), await broker.place(buy('b'))];
    desk.venue.quirks.spoil = (_, row) =>
      'id' in row && String(row.id) === ids[0] ? { ...row, quantity: 'NaN' } : row;
    const { listed, complete, unread } = await broker.orders();
    expect(listed.map(({ venueOrderId }) => venueOrderId)).toEqual([ids[1]]);
    expect(complete).toBe(false);
    expect(unread).toEqual([{ key: ids[0], reason: 'cannot be read: quantity' }]);
  });

  it('that is unreadable loses no good one, however they are mixed', async () => {
    for (let n = 0; n < 12; n += 1) desk.venue.placeElsewhere([leg()], 'option', `t-${n}`);
    const ids = desk.venue.orders.map(({ id }) => id);
    const spoils = fc.array(fc.option(fc.constantFrom(...BAD_ORDERS)), {
      minLength: ids.length,
      maxLength: ids.length,
    });
    await fc.assert(
      fc.asyncProperty(spoils, async (chosen) => {
        desk.venue.quirks.spoil = (_, row) =>
          ('id' in row && chosen[ids.indexOf(Number(row.id))]?.(row)) || row;
        const { listed, complete, unread } = await broker.orders();
        const good = ids.filter((_, index) => !chosen[index]).map(String);
        expect(listed.map(({ venueOrderId }) => venueOrderId)).toEqual(good);
        expect(complete).toBe(good.length === ids.length);
        expect(unread.length > 0).toBe(good.length < ids.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a row of the list of positions', () => {
  it('that is unreadable loses no other row, and names its symbol', async () => {
    desk.venue.setPosition('KO', 10, '500');
    desk.venue.setPosition('SPY', 5, '2790');
    desk.venue.quirks.spoil = (_, row) =>
      'symbol' in row && row.symbol === 'KO' ? { ...row, cost_basis: 'NaN' } : row;
    const { listed, complete, unread } = await broker.positions();
    expect(listed.map(({ symbol }) => symbol)).toEqual(['SPY']);
    expect(complete).toBe(false);
    expect(unread).toEqual([{ key: 'KO', reason: 'cannot be read: cost_basis' }]);
  });

  it('without a symbol leaves the others', async () => {
    desk.venue.setPosition('KO', 10, '500');
    desk.venue.setPosition('SPY', 5, '2790');
    desk.venue.quirks.spoil = (_, row) =>
      'symbol' in row && row.symbol === 'KO' ? { ...row, symbol: undefined } : row;
    expect(await broker.positions()).toMatchObject({
      listed: [{ symbol: 'SPY' }],
      complete: false,
      unread: [{ key: null }],
    });
  });
});

it('an account’s balances are read though one figure is unreadable', async () => {
  desk.venue.quirks.spoil = (_, row) => row;
  desk.venue.fail('GET /balances', {
    json: {
      balances: { total_equity: 'NaN', total_cash: 500, margin: { option_buying_power: [] } },
    },
  });
  const { cash, equity, buyingPower } = await broker.balances();
  expect([cash?.toFixed(), equity, buyingPower]).toEqual(['500', null, null]);
});

function leg() {
  return {
    symbol: 'SPY',
    optionSymbol: CALL.symbol,
    side: 'buy_to_open',
    quantity: entry.quantity,
    type: 'limit',
    duration: 'day',
    price: entry.limitPrice,
    stop: null,
  };
}

it.each([
  ['margin', 'MARGIN', { shareBuyingPower: dec(200_000), marginCall: dec('12.5') }],
  [
    'pdt',
    'PATTERN_DAY_TRADER',
    { shareBuyingPower: dec(400_000), dayTradeBuyingPower: dec(400_000), marginCall: dec('12.5') },
  ],
  ['cash', 'CASH', { shareBuyingPower: dec(99_000), unsettledCash: dec(1000) }],
] as const)(
  'a %s account’s figures are told, and what it has not stays unknown',
  async (kind, type, told) => {
    Object.assign(desk.venue.account, { kind, unsettled: dec(1000), maintenanceCall: dec('12.5') });
    const none = { dayTradeBuyingPower: null, unsettledCash: null, marginCall: null };
    const { details } = await broker.balances();
    expect(details).toEqual({ ...none, type, ...told });
  },
);
