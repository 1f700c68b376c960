import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { Order } from '../../server/domain/order/order.ts';
import type { TradeAggregate } from '../../server/domain/trade/trade.ts';
import { aFill, anEvent, anOpenTrade, anOrder, keep } from '../support/builders.ts';
import { databases } from '../support/databases.ts';
import { freshBook, type FreshBook } from '../support/fresh-book.ts';
import { watchStatements } from '../support/statements.ts';

const exits = (from: number, count: number): Order[] =>
  Array.from({ length: count }, (_, at) =>
    anOrder({ id: `paper_exit-${from + at}`, role: 'STOP_LOSS', tag: `exit-${from + at}` }),
  );
const fillsOf = (orderId: string, from: number, count: number) =>
  Array.from({ length: count }, (_, at) => aFill({ id: `${orderId}-${from + at}`, orderId }));

describe.each(databases())('a trade that has been through much, on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada'], open)));
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  const save = (before: TradeAggregate | null, orders: readonly Order[]) =>
    fresh.book.change('ada', (book) => keep(book, before, before?.trade ?? anOpenTrade(), orders));
  const stored = async () => (await fresh.book.read('ada').trade('paper_trade-1'))!;

  it('is stored with thousands of orders and fills at once', async () => {
    const entry = anOrder({ status: 'FILLED', fills: fillsOf('paper_order-1', 1, 5_000) });
    await save(null, [entry, ...exits(1, 5_000)]);
    const { orders } = await stored();
    expect(orders).toHaveLength(5_001);
    expect(orders[0]?.fills.map(({ id }) => id)).toEqual(entry.fills.map(({ id }) => id));
  });

  it('writes only the orders and fills that a change has changed', async () => {
    const entry = anOrder({ status: 'PARTIALLY_FILLED', fills: fillsOf('paper_order-1', 1, 40) });
    const before = await save(null, [entry, ...exits(1, 40)]);
    const seen = watchStatements(fresh);
    const fill = aFill({ id: 'paper_order-1-41', price: dec('1.60') });
    const filled = { ...entry, fills: [...entry.fills, fill] };
    await save(before, [filled, ...before.orders.slice(1), ...exits(41, 1)]);
    const written = seen.filter(({ sql }) => /^insert into .?(orders|fills)/i.test(sql));
    expect(written).toHaveLength(2);
    expect(written.every(({ bindings }) => bindings.length < 60)).toBe(true);
    const { orders } = await stored();
    expect(orders.map(({ id }) => id)).toEqual([entry, ...exits(1, 41)].map(({ id }) => id));
    expect(orders[0]?.fills.at(-1)).toEqual(fill);
    expect(orders[0]?.fills).toHaveLength(41);
  });

  it('tells hundreds of events of one change', async () => {
    const trade = anOpenTrade();
    const events = Array.from({ length: 600 }, (_, at) =>
      anEvent({ ...trade, version: at + 1 }, 'ENTRY_FILLED'),
    );
    const after = { trade: { ...trade, version: 600 }, orders: [] };
    await fresh.book.change('ada', (book) => book.save(null, after, events));
    expect(await fresh.book.proveLog('ada')).toMatchObject({ events: 601, fault: null });
  });
});

describe.each(databases())('thousands of trades on %s', (_, open) => {
  it('are read in statements that do not grow with them', async () => {
    const fresh = await freshBook(['ada'], open);
    const many = Array.from({ length: 400 }, (_, at) => `paper_many-${at}`);
    await fresh.book.change('ada', async (book) => {
      for (const id of many) {
        const order = anOrder({ id: `${id}-e`, tradeId: id, tag: id });
        await keep(book, null, anOpenTrade({ id }), [order]);
      }
    });
    const seen = watchStatements(fresh);
    const reader = fresh.book.read('ada');
    expect(await reader.activeTrades()).toHaveLength(400);
    expect(await reader.tradesById(many)).toHaveLength(400);
    expect(await reader.closedTrades({})).toHaveLength(0);
    await reader.pricesBefore(many, new Date());
    await reader.firstStops(many);
    expect(Math.max(...seen.map(({ bindings }) => bindings.length))).toBeLessThan(20);
    vi.restoreAllMocks();
    await fresh.close();
  });
});
