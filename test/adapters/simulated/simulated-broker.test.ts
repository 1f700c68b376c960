import { beforeEach, describe, expect, it } from 'vitest';
import type { SimulatedBroker } from '../../../server/adapters/simulated/simulated-broker.ts';
import { SimulatedMarket } from '../../../server/adapters/simulated/simulated-market.ts';
import { SimulatedVenue } from '../../../server/adapters/simulated/simulated-venue.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { OptionContract } from '../../../server/domain/instrument/instrument.ts';
import { optionContract } from '../../../server/domain/instrument/occ-symbol.ts';
import type { OptionQuote } from '../../../server/domain/market/quote.ts';
import { BrokerRejected } from '../../../server/ports/broker.ts';
import { MemoryVenueStore } from '../../support/fakes/memory-venue-store.ts';
import { submitted } from '../../support/fakes/option-market.ts';
import { HandClock, simulatedBroker, submission } from '../../support/desks/venue-account.ts';
import { close, entry, exits } from '../../support/desks/venue-scene.ts';

let store: MemoryVenueStore;
let clock: HandClock;
let market: SimulatedMarket;
let broker: SimulatedBroker;
let call: OptionContract;
let quote: OptionQuote;

beforeEach(async () => {
  store = new MemoryVenueStore();
  clock = new HandClock();
  market = new SimulatedMarket(clock, 42);
  broker = simulatedBroker(store, clock);
  const { rows, expiration, underlying } = await market.chain('SPY', '2026-03-20');
  const row = rows[Math.floor(rows.length / 2)]!;
  quote = row.call!;
  call = optionContract({ underlying, expiration, strike: row.strike, right: 'CALL' });
});

const buy = (quantity: number): Parameters<typeof submission>[2][number] =>
  submitted('ENTRY', 'BUY_TO_OPEN', quantity);
const far = (quantity: number): ReturnType<typeof exits> => exits(quantity, '90.00', '0.01');

describe('SimulatedBroker', () => {
  it('opens a bracketed trade at once, at the ask, with its exits working', async () => {
    const id = await broker.place(submission('OTOCO', call, [buy(2), ...far(2)]));
    const order = await broker.order(id);
    expect(order?.legs.map((leg) => leg.status)).toEqual(['FILLED', 'OPEN', 'OPEN']);
    expect(order?.legs[0]?.averagePrice).toEqual(quote.ask);
    const cost = quote.ask!.times(200);
    expect((await broker.positions()).listed).toEqual([
      { symbol: call.symbol, quantity: dec(2), costBasis: cost },
    ]);
    const { cash, equity } = await broker.balances();
    expect(cash!.toFixed()).toBe(dec(100_000).minus(cost).minus('0.7').toFixed());
    expect(equity!.toFixed()).toBe(cash!.plus(quote.bid!.times(200)).toFixed());
  });

  it('values its short positions at the ask, at which it would buy them back', async () => {
    const put = optionContract({ ...call, root: null, right: 'PUT' });
    await broker.place(submission('SINGLE', put, [submitted('ENTRY', 'SELL_TO_OPEN', 1)]));
    const { ask } = (await market.quotes([put.symbol])).get(put.symbol)!;
    const { cash, equity } = await broker.balances();
    expect(equity!.toFixed()).toBe(cash!.minus(ask!.times(100)).toFixed());
  });

  it('finds an order again by its tag, and leaves other accounts alone', async () => {
    await broker.place(submission('OTOCO', call, [buy(1), ...far(1)], 'twin-7'));
    const [order] = (await broker.orders()).listed;
    expect([order?.tag, ...order!.legs.map((leg) => leg.tag)]).toEqual(Array(4).fill('twin-7'));
    expect((await simulatedBroker(store, clock, { account: 'bob' }).orders()).listed).toEqual([]);
  });

  it('fills an order larger than the touch in parts, all of it in time', async () => {
    const id = await broker
      .place(
        submission('SINGLE', call, [submitted('ENTRY', 'BUY_TO_OPEN', 180, { limit: '500.00' })]),
      )
      .catch((error: Error) => error);
    expect(id).toBeInstanceOf(BrokerRejected);
    const rich = simulatedBroker(store, clock, { deposits: 10_000_000 });
    const order = await rich.place(
      submission('SINGLE', call, [submitted('ENTRY', 'BUY_TO_OPEN', 300, { limit: '20.00' })]),
    );
    const seen: string[] = [];
    for (let n = 0; n < 20; n++) {
      seen.push((await rich.order(order))!.status);
      clock.pass(1);
    }
    expect(seen[0]).toBe('PARTIALLY_FILLED');
    expect(seen.at(-1)).toBe('FILLED');
  });

  it('lets go of no money that trades elsewhere took, and tells only its own', async () => {
    const tokens = (movedElsewhere: number) => simulatedBroker(store, clock, { movedElsewhere });
    const told = async (held: SimulatedBroker) => {
      const { cash, buyingPower } = await held.balances();
      return [cash!.toFixed(), buyingPower!.toFixed()];
    };
    expect(await told(tokens(-99_990))).toEqual(['100000', '10']);
    const one = submission('SINGLE', call, [buy(1)]);
    await expect(tokens(-99_990).place(one)).rejects.toThrow(/buying power/);
    await expect(tokens(-99_990).preview(one)).rejects.toThrow(/buying power/);
    const cost = quote.ask!.times(100).plus('0.35');
    await tokens(cost.minus(100_000).toNumber()).place(one);
    const cash = dec(100_000).minus(cost);
    expect(await told(tokens(500))).toEqual([cash.toFixed(), cash.plus(500).toFixed()]);
  });

  it('exercises no more than what tokens left can pay for', async () => {
    clock.at = new Date('2026-03-09T15:00:00Z');
    const low = (await market.chain('SPY', '2026-03-20')).rows[0]!;
    const deep = optionContract({ ...call, root: null, strike: low.strike });
    await broker.place(submission('SINGLE', deep, [buy(1)]));
    clock.at = new Date('2026-03-21T15:00:00Z');
    const poor = simulatedBroker(store, clock, { movedElsewhere: -60_000 });
    expect((await poor.expired(deep.symbol))?.shares.toFixed()).toBe('0');
  });

  it('takes no more from the touch when asked again in the same second', async () => {
    const rich = simulatedBroker(store, clock, { deposits: 10_000_000 });
    const id = await rich.place(
      submission('SINGLE', call, [submitted('ENTRY', 'BUY_TO_OPEN', 1000, { limit: '20.00' })]),
    );
    const once = (await rich.order(id))!.filledQuantity;
    await rich.orders();
    expect((await rich.order(id))!.filledQuantity).toEqual(once);
  });

  it('says why it refuses an order, and keeps nothing of it', async () => {
    const closing = submission('SINGLE', call, [close(1)]);
    await expect(broker.place(closing)).rejects.toThrow(/unless you hold a long position/);
    await expect(broker.preview(closing)).rejects.toThrow(BrokerRejected);
    const unknown = optionContract({ ...call, root: null, underlying: 'ZZZ' });
    await expect(broker.place(submission('SINGLE', unknown, [entry(1)]))).rejects.toThrow(
      /not traded/,
    );
    expect((await broker.orders()).listed).toEqual([]);
  });

  it('previews cost and fees and changes nothing', async () => {
    const { cost, fees } = await broker.preview(submission('OTOCO', call, [buy(3), ...far(3)]));
    expect(cost!.toFixed()).toBe(quote.ask!.times(300).toFixed());
    expect(fees!.toFixed()).toBe('1.05');
    expect(store.states.size).toBe(0);
  });

  it('cancels once, and accepts a second cancel silently', async () => {
    const id = await broker.place(submission('SINGLE', call, [entry(1, '0.01')]));
    await broker.cancel(id);
    await broker.cancel(id);
    await broker.cancel('no such order');
    expect((await broker.order(id))?.status).toBe('CANCELED');
  });

  it('keeps for each order the fill model under which it was placed', async () => {
    const instant = simulatedBroker(store, clock, { model: 'INSTANT' });
    const id = await instant.place(submission('SINGLE', call, [entry(1, '0.50')]));
    expect((await instant.order(id))?.averagePrice?.toFixed()).toBe('0.5');
    await instant.place(submission('OCO', call, far(1)));
    expect((await broker.positions()).listed[0]?.quantity.toFixed()).toBe('1');
    expect(store.states.get('ann')?.orders.map((order) => order.fillModel)).toEqual(
      Array(3).fill('INSTANT'),
    );
  });

  it('fills under CALIBRATED by the fit under which the order was placed, whatever is fitted since', async () => {
    const fit = { buys: 62, sells: 40 };
    const fitted = simulatedBroker(store, clock, { model: 'CALIBRATED', fit });
    const id = await fitted.place(submission('SINGLE', call, [buy(1)]));
    const gives = quote.ask!.minus(quote.bid!).times('0.62');
    const paid = (await fitted.order(id))?.averagePrice;
    expect(paid?.toFixed()).toBe(quote.bid!.plus(gives).toFixed());
    await fitted.place(submission('OCO', call, far(1)));
    const other = { model: 'CALIBRATED', fit: { buys: 1, sells: 1 } } as const;
    await simulatedBroker(store, clock, other).orders();
    const kept = store.states.get('ann')!.orders.map(({ fillFit }) => fillFit);
    expect(kept).toEqual(Array(3).fill(fit));
    const none = simulatedBroker(store, clock, { model: 'CALIBRATED' });
    await expect(none.place(submission('SINGLE', call, [buy(1)]))).rejects.toThrow('by its fit');
  });

  it('ends the orders of an expired contract, and settles the position', async () => {
    await broker.place(submission('OTOCO', call, [buy(1), ...far(1)]));
    const paid = (await broker.balances()).cash!;
    clock.at = new Date('2026-03-20T20:00:00Z');
    expect((await broker.positions()).listed).toEqual([]);
    const settled = (await market.officialClose('SPY', '2026-03-20'))!.price;
    const intrinsic = settled.minus(call.strike).toNumber();
    const expected = paid.plus(Math.max(0, Math.round(intrinsic * 100)));
    expect((await broker.balances()).cash!.toFixed()).toBe(expected.toFixed());
    expect((await broker.orders()).listed[0]?.status).toBe('EXPIRED');
    await expect(broker.place(submission('SINGLE', call, [buy(1)]))).rejects.toThrow(/not traded/);
  });
});

describe('SimulatedVenue', () => {
  it('fills a stop between its owner’s calls, and names the account', async () => {
    const venue = new SimulatedVenue(store, market, clock);
    const bid = quote.bid!.minus('0.01').toFixed(2);
    await broker.place(submission('OTOCO', call, [buy(1), ...exits(1, '90.00', bid)]));
    await simulatedBroker(store, clock, { account: 'bob' }).place(
      submission('SINGLE', call, [entry(1, '0.01')]),
    );
    const named: string[] = [];
    for (let n = 0; n < 600 && named.length === 0; n++) {
      clock.pass(1);
      named.push(...(await venue.tick()).changed);
    }
    expect(named).toEqual(['ann']);
    expect(store.states.get('ann')?.orders.map((order) => order.status)).toEqual([
      'FILLED',
      'CANCELED',
      'FILLED',
    ]);
    expect(await venue.tick()).toEqual({ changed: [], failures: [] });
  });
});
