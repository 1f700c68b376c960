import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { BrokerRejected, type Broker, type Submission } from '../../server/ports/broker.ts';
import { databases, type OpenTestDatabase } from '../support/databases/databases.ts';
import { BONK, PaperWallets, purchase, sale } from '../support/desks/paper-wallet.ts';
import { RESTING_VENUES, type RestingVenue } from '../support/desks/resting-venues.ts';
import { submission } from '../support/desks/venue-account.ts';
import { close, entry } from '../support/desks/venue-scene.ts';
import { CALL } from '../support/fakes/option-market.ts';

/** A venue, and trades there that fill at once. */
interface Trades {
  readonly broker: Broker;
  readonly buy: (tag: string) => Submission;
  readonly sell: (tag: string) => Submission;
  readonly symbol: string;
  /** The quantity that a purchase brings, and its cost in dollars. */
  readonly held: readonly [quantity: string, cost: string];
  readonly pass: (days: number) => void;
  readonly end: () => Promise<void>;
}

function ofCalls(open: () => Promise<RestingVenue>) {
  return async (): Promise<Trades> => {
    const { broker, pass, end } = await open();
    return {
      ...{ broker, pass, end, symbol: CALL.symbol, held: ['3', '630'] },
      buy: (tag) => submission('SINGLE', CALL, [entry(3, '2.10')], tag),
      sell: (tag) => submission('SINGLE', CALL, [close(3, '1.90')], tag),
    };
  };
}

function onPaper(openDatabase: OpenTestDatabase) {
  return async (): Promise<Trades> => {
    const database = await openDatabase('book');
    const wallets = new PaperWallets(database.knex);
    return {
      broker: wallets.broker(),
      ...{ symbol: BONK.symbol, held: ['1000000', '3'] },
      buy: (tag) => purchase({ tag }),
      sell: (tag) => sale({ tag }),
      pass: (days) => wallets.clock.pass(days * 86_400),
      end: () => database.close(),
    };
  };
}

const ALL: [string, () => Promise<Trades>][] = [
  ...RESTING_VENUES.map(([name, open]): [string, () => Promise<Trades>] => [name, ofCalls(open)]),
  ...databases().map(([name, open]): [string, () => Promise<Trades>] => [
    `Jupiter on paper, kept on ${name}`,
    onPaper(open),
  ]),
];

describe.each(ALL)('any Broker, at %s,', (_, open) => {
  let venue: Trades;
  let broker: Broker;
  beforeEach(async () => {
    venue = await open();
    broker = venue.broker;
  });
  afterEach(() => venue.end());

  const stands = () => Promise.all([broker.orders(), broker.positions(), broker.balances()]);
  const positions = async () =>
    (await broker.positions()).listed.map(
      ({ symbol, quantity, costBasis }) => `${symbol} ${quantity.toFixed()} ${costBasis.toFixed()}`,
    );

  it('lists what was bought under its tag and by its id, and holds it at its cost', async () => {
    const before = (await broker.balances()).cash!;
    const id = await broker.place(venue.buy('tag-a'));
    const order = await broker.order(id);
    const [quantity, cost] = venue.held;
    expect(order).toMatchObject({ venueOrderId: id, shape: 'SINGLE', status: 'FILLED', legs: [] });
    expect(order).toMatchObject({ symbol: venue.symbol, tag: 'tag-a' });
    expect(order!.filledQuantity.toFixed()).toBe(quantity);
    expect((await broker.orders()).listed.filter(({ tag }) => tag === 'tag-a')).toEqual([order]);
    expect(await positions()).toEqual([`${venue.symbol} ${quantity} ${cost}`]);
    const spent = before.minus((await broker.balances()).cash!);
    expect(spent.minus(cost).toNumber()).toBeGreaterThanOrEqual(0);
    expect(spent.minus(cost).toNumber()).toBeLessThan(1.1);
  });

  it('sells what it holds, and holds nothing then', async () => {
    await broker.place(venue.buy('tag-a'));
    const id = await broker.place(venue.sell('tag-b'));
    expect(await broker.order(id)).toMatchObject({ status: 'FILLED', tag: 'tag-b' });
    expect(await positions()).toEqual([]);
  });

  it('resolves the cancel of a final order, refuses to change it, and leaves it as it was', async () => {
    const id = await broker.place(venue.buy('tag-a'));
    const before = await stands();
    await expect(broker.cancel(id)).resolves.toBeUndefined();
    const changed = broker.change(id, { limitPrice: dec(1), stopPrice: null });
    await expect(changed).rejects.toThrow(BrokerRejected);
    expect(await stands()).toEqual(before);
  });

  it('refuses with a reason to sell what it does not hold, and keeps nothing of it', async () => {
    const before = await stands();
    const refused = broker.place(venue.sell('tag-b'));
    await expect(refused).rejects.toThrow(BrokerRejected);
    await expect(refused).rejects.toThrow(/\w{4,}/);
    expect(await stands()).toEqual(before);
  });

  it('tells of trades from the next day on, from a date and for one symbol', async () => {
    const today = '2026-03-10';
    await broker.place(venue.buy('tag-a'));
    await broker.place(venue.sell('tag-b'));
    expect(await broker.accountHistory(today)).toEqual([]);
    venue.pass(1);
    const history = (await broker.accountHistory(today, venue.symbol)) ?? [];
    const words = history.map(
      ({ kind, date, quantity }) => `${kind} ${date} ${quantity!.toFixed()}`,
    );
    const [quantity] = venue.held;
    expect(words).toEqual([`TRADE ${today} ${quantity}`, `TRADE ${today} -${quantity}`]);
    expect(history[0]!.amount.toFixed()).toBe(`-${venue.held[1]}`);
    expect(await broker.accountHistory('2026-03-11')).toEqual([]);
    expect(await broker.accountHistory(today, 'AAPL')).toEqual([]);
  });

  it('knows no order by an id that it never issued', async () => {
    await broker.balances();
    expect(await broker.order('999999')).toBeNull();
    expect(await broker.order('swap-999999')).toBeNull();
  });

  it('changes nothing by a preview, which says what the order would cost', async () => {
    const before = await stands();
    const { cost, fees } = await broker.preview(venue.buy('tag-a'));
    expect(cost!.minus(venue.held[1]).toNumber()).toBeGreaterThanOrEqual(0);
    expect(cost!.minus(venue.held[1]).toNumber()).toBeLessThan(2);
    expect(fees!.toNumber()).toBeGreaterThan(0);
    expect(await stands()).toEqual(before);
  });
});
