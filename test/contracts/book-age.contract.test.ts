import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { Order } from '../../server/domain/order/order.ts';
import type { TradeAggregate } from '../../server/domain/trade/trade.ts';
import { aFill, anEvent, anOpenTrade, anOrder, keep } from '../support/values/builders.ts';
import { UNJOURNALLED } from '../support/values/unjournalled.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { wholeTrade } from '../support/values/whole-trade.ts';

const exits = (from: number, count: number): Order[] =>
  Array.from({ length: count }, (_, at) =>
    anOrder({ id: `paper_exit-${from + at}`, role: 'STOP_LOSS', tag: `exit-${from + at}` }),
  );
const fillsOf = (orderId: string, from: number, count: number) =>
  Array.from({ length: count }, (_, at) => aFill({ id: `${orderId}-${from + at}`, orderId }));

describe.each(databases())('a trade with a long history, on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada'], open)));
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  const save = (before: TradeAggregate | null, orders: readonly Order[]) =>
    fresh.book.change('ada', (book) => keep(book, before, before?.trade ?? anOpenTrade(), orders));
  const stored = () => wholeTrade(fresh.book.read('ada'), 'paper_trade-1');

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
    expect(written.every(({ bindings }) => bindings.length < 150)).toBe(true);
    const { orders } = await stored();
    expect(orders.map(({ id }) => id)).toEqual([entry, ...exits(1, 41)].map(({ id }) => id));
    expect(orders[0]?.fills.at(-1)).toEqual(fill);
    expect(orders[0]?.fills).toHaveLength(41);
  });

  it('keeps its orders in their order when none of the earlier ones counts any more', async () => {
    const canceled = exits(1, 2).map((exit) => ({ ...exit, status: 'CANCELED' as const }));
    const { trade } = await save(null, canceled);
    await save({ trade, orders: [] }, exits(3, 1));
    const positions = fresh.knex('orders').orderBy('id').pluck('position_in_trade');
    expect(await positions).toEqual([0, 1, 2]);
  });

  it('adds only new events to its log, however long its history is', async () => {
    const sizes: number[] = [];
    let before = await save(null, [anOrder({ status: 'FILLED' })]);
    for (let move = 1; move <= 120; move += 1) {
      const [taken] = before.orders.slice(-1) as [Order];
      const rest = before.orders.slice(0, -1);
      const gone = taken.role === 'ENTRY' ? taken : { ...taken, status: 'CANCELED' as const };
      before = await save(before, [...rest, gone, ...exits(move, 1)]);
      const texts = fresh.knex('events').orderBy('sequence', 'desc').limit(1);
      const [last = ''] = await texts.pluck<string[]>('payload');
      sizes.push(last.length);
    }
    expect(Math.max(...sizes)).toBeLessThan(sizes[1]! * 1.02);
    const reader = fresh.book.read('ada');
    const { sequence } = await reader.account();
    const then = await reader.ordersAsOf('paper_trade-1', [sequence, sequence - 60]);
    expect(then.get(sequence)).toEqual((await stored()).orders);
    expect(then.get(sequence - 60)).toHaveLength(61);
  });

  it('rebuilds a page of its events in one read of the log', async () => {
    let before = await save(null, [anOrder({ status: 'FILLED' })]);
    for (let move = 1; move <= 40; move += 1)
      before = await save(before, [...before.orders, ...exits(move, 1)]);
    const reader = fresh.book.read('ada');
    const page = await reader.eventsOf('paper_trade-1', { first: 40, after: null });
    const seen = watchStatements(fresh);
    const places = page.items.map(({ item }) => item.sequence);
    const then = await reader.ordersAsOf('paper_trade-1', places);
    expect(seen.filter(({ sql }) => /from .?events/i.test(sql))).toHaveLength(2);
    expect(places.map((place) => then.get(place)?.length)).toEqual(
      Array.from({ length: 40 }, (_, at) => 41 - at),
    );
  });

  it('overwrites a corrected fill in place, and no other', async () => {
    const fills = fillsOf('paper_order-1', 1, 3);
    const entry = anOrder({ status: 'FILLED', fills });
    const before = await save(null, [entry]);
    const seen = watchStatements(fresh);
    const price = dec('1.45');
    const corrected = fills.map((fill, at) => (at === 1 ? { ...fill, price, value: price } : fill));
    await save(before, [{ ...entry, fills: corrected }]);
    const written = seen.filter(({ sql }) => /^insert into .?fills/i.test(sql));
    expect(written.map(({ bindings }) => bindings.length)).toEqual([10]);
    expect((await stored()).orders[0]?.fills).toEqual(corrected);
    const reader = fresh.book.read('ada');
    const { sequence } = await reader.account();
    const then = await reader.ordersAsOf('paper_trade-1', [sequence, sequence - 1]);
    expect(then.get(sequence)?.[0]?.fills).toEqual(corrected);
    expect(then.get(sequence - 1)?.[0]?.fills).toEqual(fills);
  });

  it('records hundreds of events of one change', async () => {
    const trade = anOpenTrade();
    const events = Array.from({ length: 600 }, (_, at) =>
      anEvent({ ...trade, version: at + 1 }, 'ENTRY_FILLED'),
    );
    const after = { trade: { ...trade, version: 600 }, orders: [] };
    await fresh.book.change('ada', (book) => book.save(null, after, events, UNJOURNALLED));
    expect(await fresh.book.proveLog('ada')).toMatchObject({ events: 601, fault: null });
  });
});

describe.each(databases())('thousands of trades on %s', (_, open) => {
  it('are read in a number of statements that does not grow with them', async () => {
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
