import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionHours } from '../../server/domain/calendar/market-calendar.ts';
import { anOpenTrade, keep } from '../support/values/builders.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
let ada: string;
let bob: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  [ada, bob] = [await desk.api.signUp('ada'), await desk.api.signUp('bob')];
});
afterAll(() => desk.close());

interface Linked {
  readonly id: string;
  readonly symbol: string;
  readonly status: string;
  readonly entryPrice: string;
  readonly settlement: Record<'price' | 'intrinsic' | 'delivery' | 'shares', string> | null;
  readonly deliveredFrom: Linked | null;
  readonly deliveredTo: Linked[];
}

const LINKED = `query($id: ID!) { trade(id: $id) {
  id symbol status settlement { price intrinsic delivery shares }
  deliveredFrom { id symbol } deliveredTo { id symbol status entryPrice deliveredFrom { id } deliveredTo { id } } } }`;

const linked = async (token: string, id: string) =>
  (await desk.ask<{ trade: Linked }>(token, LINKED, { id })).trade;

/** The nearest call that is at least this far in the money, sold or bought at the market price. */
async function callInTheMoney(side: 'BUY_TO_OPEN' | 'SELL_TO_OPEN', expiration: string) {
  const { rows, underlyingPrice } = await desk.market.chain('SPY', expiration);
  const deep = rows.filter(({ strike }) => strike.lessThan(underlyingPrice!.times('0.93')));
  const { call } = deep.at(-1)!;
  const limitPrice = (side === 'BUY_TO_OPEN' ? call!.ask! : call!.bid!).toFixed();
  const parts = {
    option: { symbol: call!.symbol },
    side,
    quantity: '1',
    limitPrice,
    bracket: null,
  };
  const { id } = await desk.buyCall(ada, parts);
  await desk.pass(2);
  return id;
}

async function expire(date: string): Promise<void> {
  const close = sessionHours(date)!.close.getTime();
  desk.clock.set(new Date(close + 60_000));
  await desk.desk.settleExpiry.execute();
}

it('a trade shows where shares came from and went to, with the settlement that moved them', async () => {
  const [today, tomorrow] = await desk.market.expirations('SPY');
  const bought = await callInTheMoney('BUY_TO_OPEN', today!);
  await expire(today!);
  const option = await linked(ada, bought);
  expect(option).toMatchObject({
    status: 'EXPIRED_ITM',
    settlement: { delivery: 'DELIVERED', shares: '100' },
    deliveredFrom: null,
    deliveredTo: [{ symbol: 'SPY', status: 'OPEN', deliveredFrom: { id: bought } }],
  });
  const [shares] = option.deliveredTo;
  expect(shares!.entryPrice).toBe(option.settlement!.price);

  const written = await callInTheMoney('SELL_TO_OPEN', tomorrow!);
  await expire(tomorrow!);
  const called = await linked(ada, written);
  expect(called).toMatchObject({
    settlement: { delivery: 'DELIVERED', shares: '-100' },
    deliveredTo: [{ id: shares!.id, status: 'MANUAL_CLOSE', deliveredTo: [{ id: written }] }],
  });
});

it('such a link shows nothing of another user’s book', async () => {
  const hers = await desk.buyCall(ada);
  const odd = anOpenTrade({
    ...{ id: 'paper_of-bob', username: 'bob', deliveredFrom: hers.id, deliveredTo: [hers.id] },
  });
  await desk.book.change('bob', (book) => keep(book, null, odd));
  expect(await linked(bob, odd.id)).toMatchObject({ deliveredFrom: null, deliveredTo: [] });
});
