import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { TradeAggregate } from '../../server/domain/trade/trade.ts';
import type { BookNews, NewsAsked } from '../../server/ports/book-news.ts';
import { anOpenTrade, anOrder, keep } from '../support/values/builders.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { writeAfter } from '../support/databases/write-between.ts';

const USERS = ['ada', 'bob', 'cyd'];
const LINES = 4;

describe.each(databases())('news of many books on %s', (_name, open) => {
  let fresh: FreshBook;
  let kept: Map<string, TradeAggregate>;
  beforeEach(async () => {
    fresh = await freshBook(USERS, open);
    kept = new Map();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  const idOf = (username: string, trade: number) => `paper_${username}-${trade}`;
  const change = async (username: string, trade = 0, book = fresh.book) => {
    const id = idOf(username, trade);
    const before = kept.get(id) ?? null;
    const order = anOrder({ id: `${id}-order`, tradeId: id, tag: `${id}-tag` });
    const first = anOpenTrade({ id, username });
    const after = await book.change(username, (mine) =>
      keep(mine, before, before?.trade ?? first, before?.orders ?? [order]),
    );
    kept.set(id, after);
  };
  const asks = (username: string, parts: Partial<NewsAsked> = {}): NewsAsked => ({
    ...{ username, after: 1, withTrades: true, marked: [], ...parts },
  });

  it('are what each user’s own reader returns', async () => {
    const step = fc.record({ user: fc.constantFrom(...USERS), trade: fc.nat(2) });
    const asked = fc.record({
      username: fc.constantFrom(...USERS),
      after: fc.nat(9),
      withTrades: fc.boolean(),
      marked: fc.subarray(USERS.flatMap((user) => [0, 1].map((trade) => idOf(user, trade)))),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 4 }),
        fc.array(asked, { maxLength: 6 }),
        async (steps, all) => {
          for (const { user, trade } of steps) await change(user, trade);
          const news = await fresh.book.news(all, LINES);
          expect(news.map(sorted)).toEqual(await Promise.all(all.map(ownNews)));
        },
      ),
      { numRuns: 15 },
    );
  });

  async function ownNews({ username, after, withTrades, marked }: NewsAsked) {
    const reader = fresh.book.read(username);
    const { sequence } = await reader.account();
    if (sequence - after > LINES) return null;
    const events = await reader.eventsAfter(after, LINES);
    const ids = [...(withTrades ? events.map(({ trade }) => trade.id) : []), ...marked];
    return sorted({ events, trades: await reader.tradesById(ids) });
  }

  it('leave out a marked trade of another user', async () => {
    await change('ada');
    await change('bob');
    const marked = [idOf('ada', 0), idOf('bob', 0)];
    const [news] = await fresh.book.news([asks('ada', { after: 2, marked })], LINES);
    expect(news?.trades.map(({ trade }) => trade.username)).toEqual(['ada']);
  });

  it('are of one instant, whatever is written meanwhile', async () => {
    await change('ada');
    const other = fresh.another().book;
    writeAfter(fresh, /accounts/, () => change('ada', 0, other));
    const [news] = await fresh.book.news([asks('ada')], LINES);
    expect(news?.events.map(({ trade }) => trade.version)).toEqual([1]);
    expect(news?.trades.map(({ trade }) => trade.version)).toEqual([1]);
  });

  it('take as many statements for thirty users as for one', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `user-${at}`);
    for (const username of many) await fresh.book.openAccount(username, dec(100_000), NOON);
    for (const username of many) await change(username);
    const seen = watchStatements(fresh);
    const counted = async (users: readonly string[]) => {
      seen.length = 0;
      const news = await fresh.book.news(
        users.map((username) => asks(username, { marked: [idOf(username, 0)] })),
        LINES,
      );
      expect(news.map((each) => each?.events.length)).toEqual(users.map(() => 1));
      return seen.length;
    };
    // The first read fills the memory of trades.
    await counted(many);
    expect(await counted(many)).toBe(await counted(many.slice(0, 1)));
  });
});

function sorted(news: BookNews | null): BookNews | null {
  return news && { ...news, trades: news.trades.toSorted((a, b) => byId(a.trade, b.trade)) };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
