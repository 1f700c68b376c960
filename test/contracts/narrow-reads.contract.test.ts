import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeStored } from '../../migrations/book/0023_guarded_trades.ts';
import { dec, ZERO } from '../../server/domain/decimal.ts';
import { needsDesk } from '../../server/domain/exits/needs-desk.ts';
import type { Order } from '../../server/domain/order/order.ts';
import type { Trade } from '../../server/domain/trade/trade.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aMark, anOpenTrade, anOrder, aTrade, keep } from '../support/values/builders.ts';

const TRAIL = {
  ...{ pct: dec(5), start: null, best: dec(2), beyond: null, asked: null, askedAt: null },
};
const ADJUSTED: Order['adjustment'] = {
  ...{ quantity: dec(1), stopPrice: dec(1), limitPrice: null, toldAt: NOON, comparedAt: null },
  ...{ choice: null, note: null, settledAt: null, settledBy: null },
};
const DATE = '2026-03-10';
const bracket = (stopLoss: number | null, takeProfit: number | null) => ({
  ...{ stopLoss: stopLoss === null ? null : dec(stopLoss), stopLimit: null },
  takeProfit: takeProfit === null ? null : dec(takeProfit),
});

const prices = fc.constantFrom(null, 1, 2);
const trades = fc.record({
  status: fc.constantFrom('OPEN', 'OPEN', 'OPEN', 'CLOSING', 'NEEDS_REVIEW'),
  protection: fc.constantFrom('VENUE', 'VENUE', 'NONE', 'WATCHED'),
  bracket: fc.tuple(prices, prices).map(([stop, target]) => bracket(stop, target)),
  wantedBracket: fc.constantFrom(null, null, bracket(1, null)),
  trail: fc.constantFrom(null, null, null, TRAIL),
  openQuantity: fc.constantFrom(dec(2), dec(2), dec(1), ZERO),
  closeRequest: fc.constantFrom(null, {
    ...{ quantity: dec(2), orderType: 'LIMIT', limitPrice: dec(3), role: 'CLOSE' },
    ...{ requestedAt: NOON, missing: null },
  }),
}) as fc.Arbitrary<Partial<Trade>>;
const orders = fc.record({
  role: fc.constantFrom('STOP_LOSS', 'STOP_LOSS', 'STOP_LOSS', 'TAKE_PROFIT', 'ENTRY'),
  status: fc.constantFrom(
    'ACCEPTED',
    'ACCEPTED',
    'PARTIALLY_FILLED',
    'SUBMITTED',
    'UNKNOWN',
    'FILLED',
  ),
  quantity: fc.constantFrom(dec(2), dec(2), dec(1)),
  filledQuantity: fc.constantFrom(ZERO, ZERO, dec(1)),
  cancelRequested: fc.constantFrom(false, false, false, true),
  adjustment: fc.constantFrom(null, null, null, ADJUSTED),
  tag: fc.constantFrom('one', 'two'),
}) as fc.Arbitrary<Partial<Order>>;
const books = fc.array(fc.tuple(trades, fc.array(orders, { maxLength: 3 })), {
  ...{ minLength: 40, maxLength: 40 },
});

describe.each(databases())('narrow reads on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(() => fresh.close());

  /** Of forty drawn trades, the ids of those that the desk may have to watch, and of the others. */
  async function drawn() {
    const [all = []] = fc.sample(books, { numRuns: 1, seed: 13 });
    await fresh.book.change('ada', async (book) => {
      for (const [at, [parts, drawnOrders]] of all.entries()) {
        const id = `paper_trade-${at}`;
        const made = drawnOrders.map((order, leg) =>
          anOrder({ ...order, id: `${id}-${leg}`, tradeId: id, tag: `${id}-${order.tag}` }),
        );
        await keep(book, null, anOpenTrade({ ...parts, id }), made);
      }
    });
    const active = await fresh.book.read('ada').activeTrades();
    const needed = active.filter(needsDesk).map(({ trade }) => trade.id);
    return {
      needed,
      others: active.map(({ trade }) => trade.id).filter((id) => !needed.includes(id)),
    };
  }
  const found = async () =>
    (await fresh.book.read('ada').unguardedTrades()).map(({ trade }) => trade.id);

  it('find the trades that the desk may have to hold to, and no other', async () => {
    const { needed, others } = await drawn();
    expect(Math.min(needed.length, others.length)).toBeGreaterThan(5);
    expect(await found()).toEqual(needed);
    expect(await fresh.book.read('bob').unguardedTrades()).toEqual([]);
    const many = await fresh.book.unguardedTradesOf(['ada', 'bob']);
    expect([...many].map(([name, trades]) => [name, trades.map(({ trade }) => trade.id)])).toEqual([
      ['ada', needed],
      ['bob', []],
    ]);
    expect(await fresh.book.unguardedAccounts()).toEqual([
      { username: 'ada', venue: 'SIMULATED', account: 'sim-ada' },
    ]);
  });

  it('find a trade that was changed by who judged it not', async () => {
    const { needed, others } = await drawn();
    const [changed] = others;
    await fresh.knex('trades').where({ id: changed }).increment('version');
    expect((await found()).sort()).toEqual([...needed, changed].sort());
  });

  it('leave out none that was stored before it was judged', async () => {
    const { needed, others } = await drawn();
    await fresh.knex('trades').update({ guarded_version: null });
    expect(await found()).toHaveLength(40);
    await judgeStored(fresh.knex);
    const all = await found();
    expect(needed.filter((id) => !all.includes(id))).toEqual([]);
    expect(others.filter((id) => !all.includes(id)).length).toBeGreaterThan(2);
  });

  it('of several users are those of each, at the venue too', async () => {
    await drawn();
    const since = new Date(NOON.getTime() - 1);
    const many = await fresh.book.tradesAtVenueOf(['ada', 'bob'], since);
    expect(many.get('ada')).toEqual(await fresh.book.read('ada').tradesAtVenue(since));
    expect(many.get('ada')).toHaveLength(40);
    expect(many.get('bob')).toEqual([]);
  });

  it('count unknown orders and find the oldest mark, of active trades alone', async () => {
    const earlier = new Date(NOON.getTime() - 90_000);
    await fresh.book.change('ada', async (book) => {
      await keep(book, null, anOpenTrade({ id: 'paper_a', mark: aMark() }));
      await keep(book, null, anOpenTrade({ id: 'paper_b', mark: aMark({ sourceTime: earlier }) }));
      await keep(book, null, anOpenTrade({ id: 'paper_c', mark: aMark({ sourceTime: null }) }));
      const unknown = anOrder({ id: 'paper_o', tradeId: 'paper_d', status: 'UNKNOWN' });
      await keep(book, null, aTrade({ id: 'paper_d' }), [unknown]);
    });
    const found = await fresh.book.read('ada').openFigures(DATE);
    expect(found).toMatchObject({ unknownOrders: 1, oldestMark: earlier });
    const nothing = await fresh.book.read('bob').openFigures(DATE);
    expect(nothing).toMatchObject({ unknownOrders: 0, oldestMark: null });
  });

  it('before a change of a trade are one, of what the change is reckoned from', async () => {
    const before = await fresh.book.change('ada', (book) =>
      keep(book, null, anOpenTrade({ id: 'paper_a' })),
    );
    const seen = watchStatements(fresh);
    await fresh.book.change('ada', (book) =>
      keep(book, before, { ...before.trade, notes: 'Held over lunch.' }),
    );
    const reads = seen.filter(({ sql }) =>
      /^select\b.*\bfrom [`"](trades|settlements)\b/i.test(sql),
    );
    expect(reads).toHaveLength(1);
    expect(reads[0]!.sql).not.toContain('*');
  });
});
