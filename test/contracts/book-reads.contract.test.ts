import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { BadCursor, type Page, type TradeFilter } from '../../server/ports/book-page.ts';
import type { Trade } from '../../server/domain/trade/trade.ts';
import { NO_CONTEXT } from '../../server/domain/trade/trade-context.ts';
import { AAPL, aClosedTrade, aTrade, anOpenTrade, keep } from '../support/values/builders.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';

const minute = (n: number): Date => new Date(NOON.getTime() + n * 60_000);
const ids = (page: Page<Trade>): string => page.items.map(({ item }) => item.id).join(' ');

const KEPT: Trade[] = [
  anOpenTrade({ id: 't1', placedAt: minute(1), tags: ['100%_sure', 'x","y'] }),
  anOpenTrade({
    id: 't2',
    placedAt: minute(2),
    openedAt: minute(3),
    context: { ...NO_CONTEXT, strategy: 'Wheel', aiModel: 'm1', notes: 'ÜBER und DRÜBER' },
  }),
  aTrade({ id: 't3', placedAt: minute(2), instrument: AAPL, side: 'BUY' }),
  aClosedTrade('1000', '1', { id: 'w', placedAt: minute(4), closedAt: minute(9), tags: ['!a'] }),
  aClosedTrade('99', '1', { id: 'l', placedAt: minute(5), closedAt: minute(8) }),
  aClosedTrade('151.30', '1.3', { id: 's', placedAt: minute(6), closedAt: minute(8) }),
  aClosedTrade('151.30', '1.31', { id: 'l2', placedAt: minute(6), closedAt: minute(7) }),
  aTrade({
    id: 'c',
    placedAt: minute(7),
    status: 'CANCELED',
    phase: 'CLOSED',
    closedAt: minute(7),
  }),
  aTrade({
    id: 'r',
    placedAt: minute(7),
    status: 'REJECTED',
    phase: 'CLOSED',
    closedAt: minute(7),
  }),
  anOpenTrade({ id: 'n', placedAt: minute(8), status: 'NEEDS_REVIEW', notes: 'odd' }),
];

describe.each(databases())('reading the book on %s', (_, open) => {
  let fresh: FreshBook;
  beforeAll(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
    for (const trade of KEPT) await fresh.book.change('ada', (book) => keep(book, null, trade));
    const bobs = {
      id: 'bobs',
      username: 'bob',
      venue: 'TRADIER_SANDBOX',
      placedAt: minute(3),
    } as const;
    await fresh.book.change('bob', (book) => keep(book, null, anOpenTrade(bobs)));
  });
  afterAll(() => fresh.close());

  const ada = () => fresh.book.read('ada');
  const trades = (filter: TradeFilter = {}, first = 50, after: string | null = null) =>
    ada().trades(null, filter, { first, after });

  it.each<[string, TradeFilter, string]>([
    ['everything, newest first', {}, 'n r c s l2 l w t3 t2 t1'],
    ['winners after fees', { outcome: 'WIN' }, 'w'],
    ['losers, also by a cent', { outcome: 'LOSS' }, 'l2 l'],
    ['scratches, without entries that never filled', { outcome: 'SCRATCH' }, 's'],
    ['a symbol', { symbol: 'AAPL' }, 't3'],
    ['an asset class', { assetClass: 'EQUITY' }, 't3'],
    ['an underlying and a status', { underlying: 'SPY', status: ['OPEN', 'CANCELED'] }, 'c t2 t1'],
    ['no status at all', { status: [] }, ''],
    ['a strategy', { strategy: 'Wheel' }, 't2'],
    ['a model', { aiModel: 'm1' }, 't2'],
    ['a whole tag', { tag: '100%_sure' }, 't1'],
    ['a tag that another one contains', { tag: ',' }, ''],
    ['text in any case', { text: 'über UND drü' }, 't2'],
    ['text in tags', { text: '!A' }, 'w'],
    ['a wildcard literally', { text: '%_s' }, 't1'],
    ['an underscore literally', { text: '_' }, 't1'],
    ['text in notes', { text: 'OD' }, 'n'],
    ['opened from, inclusive', { openedFrom: minute(3) }, 't2'],
    ['opened to, exclusive', { openedFrom: minute(0), openedTo: minute(3) }, 'n s l2 l w t1'],
    ['closed between', { closedFrom: minute(8), closedTo: minute(9) }, 's l'],
  ])('finds %s', async (_name, filter, found) => {
    const sorted = (text: string) => text.split(' ').sort().join(' ');
    const page = await trades(filter);
    expect(sorted(ids(page))).toBe(sorted(found));
    expect(page.totalCount).toBe(found === '' ? 0 : found.split(' ').length);
  });

  it('keeps to the phase', async () => {
    const of = async (phase: 'PENDING' | 'OPEN' | 'CLOSED') =>
      ids(await ada().trades(phase, {}, { first: 50, after: null }));
    expect(await of('PENDING')).toBe('t3');
    expect(await of('OPEN')).toBe('n t2 t1');
    expect(await of('CLOSED')).toBe('r c s l2 l w');
  });

  it('sorts by the time of closing when asked, page by page', async () => {
    const of = (after: string | null) => ada().trades('CLOSED', {}, { first: 2, after }, 'CLOSED');
    const pages = [await of(null)];
    while (pages.at(-1)!.hasNextPage) pages.push(await of(pages.at(-1)!.items.at(-1)!.cursor));
    expect(pages.map(ids)).toEqual(['w s', 'l r', 'l2 c']);
    await expect(trades({}, 2, pages[0]!.items[0]!.cursor)).rejects.toThrow(BadCursor);
    expect(ids(await ada().trades(null, {}, { first: 50, after: null }, 'CLOSED'))).toBe(
      'w s l r l2 c',
    );
  });

  it('pages through without losing or repeating a trade while new ones arrive', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let turn = 0; ; turn++) {
      const page: Page<Trade> = await trades({}, 3, after);
      seen.push(ids(page));
      const late = anOpenTrade({ id: `late${turn}`, placedAt: minute(60 + turn) });
      await fresh.book.change('ada', (book) => keep(book, null, late));
      after = page.items.at(-1)!.cursor;
      if (!page.hasNextPage) break;
    }
    expect(seen.join(' ')).toBe('n r c s l2 l w t3 t2 t1');
    await fresh.knex('trades').where('id', 'like', 'late%').delete();
  });

  it.each(['', 'nonsense', 'W10', Buffer.from('["alerts",1,"a"]').toString('base64url')])(
    'distinguishes its own cursors from %j',
    async (after) => {
      await expect(trades({}, 3, after)).rejects.toThrow(BadCursor);
    },
  );

  it.each(['spy260327c00560000', 'SPY   260327C00560000', ' SPY260327C00560000'])(
    'finds the trades of %j, in any case and padded',
    async (symbol) => {
      const exact = ids(await trades({ symbol: 'SPY260327C00560000' }, 50));
      expect(exact).not.toBe('');
      expect(ids(await trades({ symbol }, 50))).toBe(exact);
    },
  );

  it('lists active trades oldest first, and closed ones by closing', async () => {
    expect((await ada().activeTrades()).map(({ trade }) => trade.id)).toEqual([
      't1',
      't2',
      't3',
      'n',
    ]);
    expect((await ada().closedTrades({})).map(({ id }) => id)).toEqual(['l2', 'l', 's', 'w']);
    expect((await ada().closedTrades({ outcome: 'LOSS' })).map(({ id }) => id)).toEqual([
      'l2',
      'l',
    ]);
  });

  it('counts entries since an instant, without refused ones', async () => {
    expect(await ada().placedSince(minute(6))).toBe(4);
    expect(await ada().placedSince(minute(9))).toBe(0);
  });

  it('sums positions over trades', async () => {
    expect(await ada().positions()).toMatchObject([
      { symbol: 'SPY260327C00560000', tradeIds: ['t1', 't2', 'n'] },
    ]);
  });

  it('names active users, and every trade that is pending or held', async () => {
    expect(await fresh.book.activeUsers()).toEqual(['ada', 'bob']);
    expect(await fresh.book.usersAt('SIMULATED')).toEqual(['ada']);
    expect(await fresh.book.usersAt('TRADIER_SANDBOX')).toEqual(['bob']);
    const active = await fresh.book.markableTrades();
    expect(active.filter(({ phase }) => phase === 'OPEN').map(({ id }) => id)).toEqual([
      'n',
      't1',
      't2',
      'bobs',
    ]);
    expect(active.every(({ phase }) => phase !== 'CLOSED')).toBe(true);
    for (const part of active) {
      const whole = await fresh.book.read(part.username).trade(part.id);
      expect(whole?.trade).toEqual({ ...whole?.trade, ...part });
      expect(Object.values(part)).not.toContain(undefined);
    }
    const ofVenue = await fresh.book.markableTrades('TRADIER_SANDBOX');
    expect(ofVenue.map(({ id }) => id)).toEqual(['bobs']);
  });

  it('reads the open options that expire by a date, of every user', async () => {
    expect(await fresh.book.openUntil('2026-03-26')).toEqual([]);
    const due = await fresh.book.openUntil('2026-03-27');
    expect(due.map(({ id }) => id)).toEqual(['n', 't1', 't2', 'bobs']);
  });

  it('shows nobody another user’s data', async () => {
    const page = { first: 50, after: null };
    const bob = fresh.book.read('bob');
    expect(await bob.trade('t1')).toBeNull();
    expect(await bob.tradesById(['t1', 'bobs'])).toHaveLength(1);
    expect(ids(await bob.trades('OPEN', {}, page))).toBe('bobs');
    expect((await bob.activeTrades()).map(({ trade }) => trade.id)).toEqual(['bobs']);
    expect(await bob.closedTrades({})).toEqual([]);
    expect(await bob.placedSince(minute(0))).toBe(1);
    expect((await bob.positions()).map(({ quantity }) => quantity)).toEqual([dec(1)]);
    expect((await bob.eventsOf('t1', page)).totalCount).toBe(0);
    expect((await bob.eventsAfter(0, 50)).map(({ trade }) => trade.id)).toEqual(['bobs']);
    expect((await bob.account()).cash).toEqual(dec(99_850));
    expect(await bob.pricesBefore(['t1'], minute(99))).toEqual(new Map());
  });

  it('refuses a user who has no account', async () => {
    await expect(fresh.book.read('eve').account()).rejects.toThrow(/eve/);
    await expect(fresh.book.change('eve', async () => 1)).rejects.toThrow(/eve/);
  });
});
