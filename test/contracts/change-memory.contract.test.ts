import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SqlBook } from '../../server/adapters/database/book/sql-book.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { Order } from '../../server/domain/order/order.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { RecordingFeed } from '../support/fakes/recording-feed.ts';
import { SeqIds } from '../support/fakes/seq-ids.ts';
import { aFill, anOpenTrade, anOrder, keep } from '../support/values/builders.ts';

const YESTERDAY = new Date(NOON.getTime() - 24 * 3600_000);
const TRAIL = {
  ...{ pct: dec(5), start: null, best: dec(2), beyond: null, asked: null, askedAt: null },
};

describe.each(databases())('a trade that a server has written, on %s', (_, open) => {
  let fresh: FreshBook;
  let id: string;
  beforeEach(async () => {
    fresh = await freshBook(['ada'], open);
    const { trade } = await fresh.book.change('ada', (book) => keep(book, null, anOpenTrade()));
    id = trade.id;
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  const order = (name: string, parts: Partial<Order> = {}) =>
    anOrder({ id: name, tradeId: id, tag: name, status: 'FILLED', ...parts });
  const filled = (name: string, fills: readonly string[]) =>
    order(name, { fills: fills.map((fill) => aFill({ id: fill, orderId: name })) });
  /** An exit that was refused long ago, so that no rule reads it. */
  const refused = (name: string, tag: string) =>
    order(name, {
      tag,
      role: 'STOP_LOSS',
      type: 'MARKET',
      status: 'REJECTED',
      updatedAt: YESTERDAY,
    });
  /** The trade as read by a server that remembers nothing. */
  const stored = () =>
    new SqlBook(fresh.knex, 'PAPER', { feed: new RecordingFeed(), ids: new SeqIds('n') })
      .read('ada')
      .trade(id);

  it('is known to it as others read it, for one statement', async () => {
    await fresh.book.change('ada', async (change) => {
      const now = (await change.trade(id))!;
      const orders = [filled('o1', ['f1', 'f2']), refused('o2', 'o2')];
      await keep(change, now, { ...now.trade, trail: TRAIL }, orders);
    });
    const seen = watchStatements(fresh);
    const known = await fresh.book.read('ada').trade(id);
    expect(seen).toHaveLength(1);
    expect(known).toEqual(await stored());
    expect(known?.orders.map(({ fills }) => fills.map((fill) => fill.id))).toEqual([['f2']]);
  });

  it('is read again after a decision on an order that counted no more', async () => {
    await fresh.book.change('ada', async (change) => {
      const now = (await change.trade(id))!;
      await keep(change, now, now.trade, [
        filled('o1', ['f1']),
        refused('o2', 't'),
        refused('o3', 't'),
      ]);
    });
    await fresh.book.change('ada', async (change) => {
      const now = (await change.trade(id, ['t']))!;
      expect(now.orders.map((each) => each.id)).toEqual(['o1', 'o2', 'o3']);
      // The venue reports one order of the submission again.
      const orders = now.orders.map((each) =>
        each.id === 'o3' ? { ...each, updatedAt: NOON } : each,
      );
      await keep(change, now, now.trade, orders);
    });
    expect(await fresh.book.read('ada').trade(id)).toEqual(await stored());
  });
});
