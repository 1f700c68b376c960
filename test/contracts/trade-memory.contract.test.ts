import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SqlBook } from '../../server/adapters/database/book/sql-book.ts';
import { TradeMemory } from '../../server/adapters/database/trades/trade-memory.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { Trade, TradeAggregate } from '../../server/domain/trade/trade.ts';
import type { BookReader } from '../../server/ports/book.ts';
import {
  aClosedTrade,
  aFill,
  aMark,
  anOpenTrade,
  anOrder,
  keep,
} from '../support/values/builders.ts';
import { UNJOURNALLED } from '../support/values/unjournalled.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { RecordingFeed } from '../support/fakes/recording-feed.ts';
import { SeqIds } from '../support/fakes/seq-ids.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements } from '../support/databases/statements.ts';

const DATE = '2026-03-10';
const PAGE = { first: 50, after: null };
const TRAIL = {
  ...{ pct: dec(5), start: null, best: dec(2), beyond: null, asked: null, askedAt: null },
};

/** What one of two servers does with which trade. `how` makes two steps of a kind differ. */
const step = fc.record({
  what: fc.constantFrom(
    'note',
    'trail',
    'fill',
    'correct',
    'mark',
    'count',
    'best',
    'roll back',
    'close',
    'look',
  ),
  trade: fc.constantFrom(0, 1, 2),
  server: fc.constantFrom(0, 1),
  how: fc.integer({ min: 1, max: 40 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function everything(reader: BookReader, ids: readonly string[]): Promise<unknown> {
  const each = [];
  for (const id of ids) each.push(await reader.trade(id));
  return {
    active: await reader.activeTrades(),
    atVenue: await reader.tradesAtVenue(NOON),
    unguarded: await reader.unguardedTrades(),
    byId: await reader.tradesById(ids),
    each,
    page: await reader.trades('OPEN', {}, PAGE),
    figures: await reader.openFigures(DATE),
  };
}

const noted = (trade: Trade, how: number): Trade => ({ ...trade, notes: `note ${how}` });

/** A trade with one more order that has filled in part. */
function filled({ trade, orders }: TradeAggregate, how: number) {
  const at = orders.length;
  const id = `${trade.id}-o${at}`;
  const fill = aFill({ id: `${id}:1`, orderId: id, price: dec(how) });
  const filling = { status: 'PARTIALLY_FILLED', quantity: dec(9), filledQuantity: dec(1) } as const;
  const role = how % 2 === 0 ? 'STOP_LOSS' : 'ENTRY';
  const order = { ...filling, id, role, tradeId: trade.id, tag: id, fills: [fill] } as const;
  return [...orders, anOrder({ ...order, filledValue: dec(how) })];
}

function corrected({ orders }: TradeAggregate, how: number): TradeAggregate['orders'] {
  return orders.map((order) => ({
    ...order,
    filledValue: dec(how),
    fills: order.fills.map((fill) => ({ ...fill, price: dec(how) })),
  }));
}

describe('the memory of trades', () => {
  const rowOf = (id: string, username = 'ada') => ({
    ...{ id, username, version: 1, mark: null, trailing_best: null, excursions_complete: 1 },
  });
  const read = (id: string): TradeAggregate => ({ trade: anOpenTrade({ id }), orders: [] });

  it('holds no more than it may, and those that were used last', () => {
    const memory = new TradeMemory(undefined, 2);
    for (const id of ['a', 'b']) memory.keep(rowOf(id), read(id));
    memory.find(rowOf('a'));
    memory.keep(rowOf('c'), read('c'));
    const found = ['a', 'b', 'c'].map((id) => memory.find(rowOf(id))?.trade.id);
    expect(found).toEqual(['a', undefined, 'c']);
  });

  it('knows a trade only by the row of its own user', () => {
    const memory = new TradeMemory();
    memory.keep(rowOf('a'), read('a'));
    expect(memory.find(rowOf('a', 'bob'))).toBeNull();
    expect(memory.find(rowOf('a'))).not.toBeNull();
  });
});

describe.each(databases())('trades that a server remembers, on %s', (_, open) => {
  let fresh: FreshBook;
  let servers: readonly SqlBook[];
  let ids: readonly string[];
  let made = 0;
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
    servers = [fresh.book, fresh.another().book];
    await openThree();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  async function openThree(): Promise<void> {
    made += 1;
    ids = ['a', 'b', 'c'].map((name) => `paper_${made}${name}`);
    await fresh.book.change('ada', async (book) => {
      for (const id of ids) await keep(book, null, anOpenTrade({ id }));
    });
  }
  const parts = () => ({ feed: new RecordingFeed(), ids: new SeqIds('n') });
  const anew = () => new SqlBook(fresh.knex, 'PAPER', parts()).read('ada');

  async function take({ what, trade, server, how }: Step): Promise<void> {
    const id = ids[trade]!;
    const book = servers[server]!;
    if (what === 'look') return void (await everything(book.read('ada'), ids));
    if (what === 'best') return book.noteBests([{ username: 'ada', tradeId: id, best: dec(how) }]);
    if (what === 'count') {
      const taken = { expected: how, taken: 1, cause: 'no quote' };
      return book.recordCompleteness([{ username: 'ada', date: DATE, at: NOON, ...taken }]);
    }
    if (what === 'mark') {
      const seen = { maxFavorableExcursion: dec(how), maxAdverseExcursion: dec(-how) };
      const mark = { mark: aMark({ price: dec(how) }), takenAt: NOON, snapshotId: null };
      const whose = { username: 'ada', tradeId: id, kind: 'INTRADAY' } as const;
      return book.writeMarks([{ ...whose, ...mark, ...seen, excursionsComplete: how % 2 === 0 }]);
    }
    const changed = book.change('ada', async (change) => {
      const now = (await change.trade(id))!;
      if (now.trade.phase === 'CLOSED') return;
      if (what === 'fill') await keep(change, now, now.trade, filled(now, how));
      else if (what === 'correct') await keep(change, now, now.trade, corrected(now, how));
      else if (what === 'close')
        await keep(change, now, { ...aClosedTrade('200', '1', { id }), mark: now.trade.mark });
      else if (what === 'trail') await keep(change, now, { ...now.trade, trail: TRAIL });
      else await keep(change, now, noted(now.trade, how));
      // A transaction reads its own writes, which no other reader may get.
      await everything(change, ids);
      if (what === 'roll back') throw new Error('rolled back');
    });
    await changed.catch((error: Error) => expect(error.message).toBe('rolled back'));
  }

  it('are those in the tables, whatever two servers do', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        await openThree();
        // Reads between the steps would hide what an earlier step has left behind.
        for (const each of steps) await take(each);
        const stored = await everything(anew(), ids);
        for (const server of servers)
          expect(await everything(server.read('ada'), ids)).toEqual(stored);
      }),
      { numRuns: 15 },
    );
  });

  it('are not those of a transaction that was rolled back', async () => {
    const note = (server: number, how: number, fails: boolean) =>
      servers[server]!.change('ada', async (book) => {
        const now = (await book.trade(ids[0]!))!;
        await keep(book, now, noted(now.trade, how));
        expect((await book.trade(ids[0]!))?.trade.notes).toBe(`note ${how}`);
        if (fails) throw new Error('rolled back');
      });
    await expect(note(0, 1, true)).rejects.toThrow('rolled back');
    await note(1, 2, false);
    const { version, notes } = (await fresh.book.read('ada').trade(ids[0]!))!.trade;
    expect([version, notes]).toEqual([2, 'note 2']);
  });

  it('cost one statement while nothing changes, and the changed one alone after that', async () => {
    await everything(fresh.book.read('ada'), ids);
    const seen = watchStatements(fresh);
    const selects = () => seen.splice(0).filter(({ sql }) => /select/i.test(sql));
    const all = await fresh.book.read('ada').activeTrades();
    expect(selects()).toHaveLength(1);
    await servers[1]!.change('ada', (book) => keep(book, all[1]!, noted(all[1]!.trade, 1)));
    seen.splice(0);
    const now = await fresh.book.read('ada').activeTrades();
    expect(now.map((each, at) => each === all[at])).toEqual([true, false, true]);
    const [whole] = selects().filter(({ sql }) => /select \* from .?trades/i.test(sql));
    expect(JSON.stringify(whole?.bindings)).toContain(all[1]!.trade.id);
    expect(JSON.stringify(whole?.bindings)).not.toContain(all[0]!.trade.id);
  });

  it('do not change without a version, by which they are known', async () => {
    const now = (await fresh.book.read('ada').trade(ids[0]!))!;
    const next = { ...now, trade: noted(now.trade, 1) };
    const unsaid = fresh.book.change('ada', (book) => book.save(now, next, [], UNJOURNALLED));
    await expect(unsaid).rejects.toThrow(/no event/);
  });

  it('come to figures that cost one statement while nothing is written', async () => {
    const reader = () => fresh.book.read('ada');
    const before = await reader().openFigures(DATE);
    const seen = watchStatements(fresh);
    const selects = () => seen.splice(0).filter(({ sql }) => /select/i.test(sql)).length;
    expect(await reader().openFigures(DATE)).toEqual(before);
    expect(selects()).toBe(1);
    await servers[1]!.recordCompleteness([
      { username: 'ada', date: DATE, at: NOON, expected: 3, taken: 1, cause: 'no quote' },
    ]);
    expect((await reader().openFigures(DATE)).completeness.expected).toBe(3);
    expect((await fresh.book.read('bob').openFigures(DATE)).completeness.expected).toBe(0);
    expect((await reader().openFigures('2026-03-11')).completeness.expected).toBe(0);
  });

  it('are nobody else’s', async () => {
    await everything(fresh.book.read('ada'), ids);
    const bob = fresh.book.read('bob');
    expect(await bob.trade(ids[0]!)).toBeNull();
    expect(await bob.tradesById(ids)).toEqual([]);
    expect([await bob.activeTrades(), await bob.tradesAtVenue(NOON)]).toEqual([[], []]);
  });

  it('cannot be changed by who reads them', async () => {
    const [first] = await fresh.book.read('ada').activeTrades();
    const { trade } = first!;
    expect(() => Object.assign(trade, { notes: 'mine' })).toThrow(TypeError);
    expect(() => (trade.tags as string[]).push('mine')).toThrow(TypeError);
    expect(() => Object.assign(trade.bracket, { stopLoss: null })).toThrow(TypeError);
  });
});
