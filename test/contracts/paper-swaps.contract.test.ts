import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { SqlSwapStore } from '../../server/adapters/jupiter-paper/sql-swap-store.ts';
import type { SwapStore } from '../../server/adapters/jupiter-paper/swap-store.ts';
import { dec, exactTotal, ZERO, type Decimal } from '../../server/domain/decimal.ts';
import { BrokerRejected, type Broker } from '../../server/ports/broker.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { DEPOSITS, PaperWallets, purchase, sale, standing } from '../support/desks/paper-wallet.ts';

describe.each(databases())('wallets on paper on %s', (name, open) => {
  let database: TestDatabase;
  let wallets: PaperWallets;
  /** The same wallets at another server. */
  let elsewhere: SqlSwapStore;
  let accounts = 0;
  beforeAll(async () => {
    database = await open('book');
    elsewhere = new SqlSwapStore(database.another());
  });
  afterAll(() => database.close());
  beforeEach(() => {
    accounts += 1;
    wallets = new PaperWallets(database.knex);
  });
  const account = () => `ada-${accounts}`;
  const here = () => wallets.broker({ account: account() });
  const there = () => wallets.broker({ account: account(), store: elsewhere });
  const tagsOf = async (broker: Broker) => (await broker.orders()).listed.map(({ tag }) => tag);

  it('answer a tag that is stored with its swap, and swap nothing more', async () => {
    const id = await here().place(purchase());
    const before = await standing(here());
    wallets.market.asked.length = 0;
    expect(await here().place(purchase())).toBe(id);
    expect(await there().place(purchase({ pays: dec(500) }))).toBe(id);
    expect(wallets.market.asked).toEqual([]);
    expect(await standing(there())).toBe(before);
  });

  it('store one swap of a tag that two servers are handed at once', async () => {
    const servers = [here(), there(), here(), there()];
    const ids = await Promise.all(servers.map((server) => server.place(purchase())));
    expect(new Set(ids).size).toBe(1);
    expect(await tagsOf(here())).toEqual(['tag-1']);
    expect(await standing(here())).toMatch(/^1000000 DezX at 3, cash 9996.678358$/);
  });

  it('are told of after they are stored: a swap whose answer is lost is found by its tag', async () => {
    const store = wallets.store;
    const dying: SwapStore = Object.assign(Object.create(store) as SwapStore, {
      add: async (...asked: Parameters<SwapStore['add']>) => {
        await store.add(...asked);
        throw new Error('killed');
      },
    });
    const broker = wallets.broker({ account: account(), store: dying });
    await expect(broker.place(purchase())).rejects.toThrow('killed');
    const [found] = (await there().orders()).listed;
    expect(found).toMatchObject({ tag: 'tag-1', status: 'FILLED' });
    expect(await standing(there())).toMatch(/^1000000 DezX at 3, /);
  });

  it('leave nothing of a swap that died before it was stored', async () => {
    wallets.meanwhile = () => Promise.reject(new Error('killed'));
    await expect(here().place(purchase())).rejects.toThrow('killed');
    expect((await there().orders()).listed).toEqual([]);
    expect(await standing(there())).toBe(`cash ${DEPOSITS.toFixed()}`);
  });

  it('sell what is held once, though two servers are told to at once', async () => {
    await here().place(purchase());
    const sales = [here(), there()].map((server, n) =>
      server.place(sale({ tag: `sale-${n}`, quantity: dec(600_000) })),
    );
    const ends = await Promise.allSettled(sales);
    const refused = ends.filter((end) => end.status === 'rejected');
    expect(refused.map(({ reason }) => reason as unknown)).toEqual([expect.any(BrokerRejected)]);
    expect(await standing(there())).toMatch(/^400000 DezX at 1.2, /);
  });

  it('pay the rent of a token’s account once, whichever servers buy it first', async () => {
    const buying = [0, 1, 2, 3].map((n) =>
      [here(), there()][n % 2]!.place(purchase({ tag: `tag-${n}`, tradeId: `paper_${n}` })),
    );
    await Promise.all(buying);
    const fees = (await there().orders()).listed.map((order) => order.fees!.toFixed());
    expect(fees.sort()).toEqual(['0.01575', '0.01575', '0.01575', '0.321642']);
    await here().place(sale({ tag: 'all', tradeId: 'paper_0' }));
    const again = await here().place(purchase({ tag: 'again', tradeId: 'paper_9' }));
    expect((await here().order(again))!.fees!.toFixed()).toBe('0.01575');
    const stranger = wallets.broker({ account: `bob-${accounts}` });
    const theirs = await stranger.place(purchase());
    expect((await stranger.order(theirs))!.fees!.toFixed()).toBe('0.321642');
  });

  it('list for 30 days what any server has stored, oldest first', async () => {
    for (const [n, server] of [here(), there(), here()].entries())
      await server.place(purchase({ tag: `day-${n}` }));
    const first = (await here().orders()).listed[0]!;
    wallets.clock.pass(20 * 86_400);
    await there().place(purchase({ tag: 'later' }));
    for (const server of [here(), there()])
      expect(await tagsOf(server)).toEqual(['day-0', 'day-1', 'day-2', 'later']);
    wallets.clock.pass(11 * 86_400);
    const restarted = wallets.broker({
      account: account(),
      store: new SqlSwapStore(database.knex),
    });
    for (const server of [here(), there(), restarted])
      expect(await tagsOf(server)).toEqual(['later']);
    expect(await here().order(first.venueOrderId)).toEqual(first);
    expect(await wallets.broker({ account: 'nobody' }).order(first.venueOrderId)).toBeNull();
  });

  it('read what is new of a list that they know, however long it is', async () => {
    const store = new SqlSwapStore(database.knex);
    const broker = wallets.broker({ account: account(), store });
    for (let n = 0; n < 12; n += 1) await broker.place(purchase({ tag: `tag-${n}` }));
    expect((await broker.orders()).listed).toHaveLength(12);
    await there().place(purchase({ tag: 'theirs' }));
    // Rows that the server knows already are not read again.
    await database
      .knex('paper_swaps')
      .where('account', account())
      .where('number', '<', 12)
      .delete();
    const seen = watchStatements(database);
    expect((await broker.orders()).listed.map(({ tag }) => tag)).toHaveLength(13);
    expect(seen.filter(({ sql }) => /paper_/.test(sql))).toHaveLength(1);
    // If the rows are no longer those that the server knew, all are read again.
    await database.knex('paper_swaps').where('account', account()).delete();
    expect((await broker.orders()).listed).toEqual([]);
  });

  it.skipIf(name === 'SQLite')(
    'are the desk’s rows, which no user’s transaction sees',
    async () => {
      await here().place(purchase());
      const user = actingFor(database.knex, { username: account() });
      for (const table of ['paper_wallets', 'paper_swaps', 'paper_lots', 'paper_token_accounts']) {
        expect(await database.knex(table).where('account', account())).toHaveLength(1);
        expect(await user(table)).toEqual([]);
      }
    },
  );

  it('keep no more swaps in memory than they may', async () => {
    const store = new SqlSwapStore(database.knex, 3);
    for (const [n, who] of ['x', 'y', 'x', 'y', 'x', 'y'].entries()) {
      const broker = wallets.broker({ account: `${account()}-${who}`, store });
      await broker.place(purchase({ tag: `tag-${n}` }));
      expect((await broker.orders()).listed).toHaveLength(Math.floor(n / 2) + 1);
    }
  });

  it('add up to the last digit, whatever happens in whatever order at both servers', async () => {
    const act = fc.record({
      server: fc.nat(1),
      trade: fc.nat(3),
      buys: fc.boolean(),
      tag: fc.nat(20),
      quantity: fc.integer({ min: 1, max: 3_000_000 }),
      prices: fc.array(fc.integer({ min: 290, max: 310 }), { minLength: 2, maxLength: 2 }),
      lost: fc.nat(9).map((n) => n === 0),
      together: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 14 }), async (acts) => {
        accounts += 1;
        const told = new Map<string, string>();
        const running: Promise<unknown>[] = [];
        for (const { server, trade, buys, tag: n, quantity, prices, lost, together } of acts) {
          const tag = `${buys ? 'buy' : 'sell'}-${n}`;
          const parts = {
            tag,
            tradeId: `paper_${trade}`,
            quantity: dec(quantity),
            slippagePct: dec(2),
          };
          const pays = dec(quantity).times('0.000003');
          const submission = buys ? purchase({ ...parts, pays }) : sale(parts);
          for (const price of prices) wallets.market.next.push(`0.00000${price}`);
          wallets.lost = lost ? tag : '';
          const broker = server === 0 ? here() : there();
          const placing = broker
            .place(submission)
            .then((id) => void told.set(tag, id))
            .catch((error: unknown) => {
              if (!(error instanceof BrokerRejected)) throw error;
            });
          running.push(placing);
          if (!together) await Promise.all(running.splice(0));
        }
        await Promise.all(running);
        wallets.market.next.length = 0;
        const [one, two] = [await here().orders(), await there().orders()];
        expect(one).toEqual(two);
        expect(new Set(one.listed.map(({ tag }) => tag)).size).toBe(one.listed.length);
        for (const [tag, id] of told)
          expect(one.listed.find((order) => order.tag === tag)?.venueOrderId).toBe(id);
        const flow = (of: 'BUY' | 'SELL', by: 'filledValue' | 'filledQuantity'): Decimal =>
          exactTotal(one.listed.flatMap((o) => (o.side === of ? (o[by] ?? ZERO) : [])));
        const fees = exactTotal(one.listed.map((order) => order.fees!));
        const [position] = (await there().positions()).listed;
        const { cash } = await there().balances();
        const moved = flow('SELL', 'filledValue').minus(flow('BUY', 'filledValue')).minus(fees);
        expect(cash!.minus(DEPOSITS).toFixed()).toBe(moved.toFixed());
        const held = flow('BUY', 'filledQuantity').minus(flow('SELL', 'filledQuantity'));
        expect((position?.quantity ?? ZERO).toFixed()).toBe(held.toFixed());
        expect(held.isNegative()).toBe(false);
      }),
      { numRuns: name === 'SQLite' ? 25 : 12 },
    );
  }, 120_000);
});
