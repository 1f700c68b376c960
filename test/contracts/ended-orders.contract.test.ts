import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, aTrade, keep } from '../support/values/builders.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';

const minute = (n: number): Date => new Date(NOON.getTime() + n * 60_000);

describe.each(databases())('recently ended orders on %s', (_, open) => {
  let fresh: FreshBook;
  beforeAll(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
    const ended = { phase: 'CLOSED', status: 'CANCELED', closedAt: minute(0) } as const;
    for (const [id, username, status, at] of [
      ['canceled', 'ada', 'CANCELED', 5],
      ['refused', 'ada', 'REJECTED', 6],
      ['filled', 'ada', 'FILLED', 7],
      ['long-ago', 'ada', 'EXPIRED', 1],
      ['never-sent', 'ada', 'DENIED', 9],
      ['bobs', 'bob', 'CANCELED', 2],
    ] as const) {
      const trade = aTrade({ ...ended, id, username, placedAt: minute(at) });
      const order = anOrder({ id: `${id}-e`, tradeId: id, status, updatedAt: minute(at) });
      await fresh.book.change(username, (book) => keep(book, null, trade, [order]));
    }
  });
  afterAll(() => fresh.close());

  const tradesOf = async (username: string, since?: Date) =>
    (await fresh.book.read(username).tradesAtVenue(since)).map(({ trade }) => trade.id);

  it('are read with their trades, of one user alone', async () => {
    expect(await tradesOf('ada', minute(5))).toEqual(['canceled', 'refused', 'filled']);
    expect(await tradesOf('bob', minute(0))).toEqual(['bobs']);
    expect(await tradesOf('ada')).toEqual([]);
  });

  it('make their users active', async () => {
    expect(await fresh.book.activeUsers(minute(5))).toEqual(['ada']);
    expect(await fresh.book.activeUsers(minute(2))).toEqual(['ada', 'bob']);
    expect(await fresh.book.activeUsers()).toEqual([]);
  });
});
