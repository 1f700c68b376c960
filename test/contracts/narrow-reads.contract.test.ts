import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../server/domain/decimal.ts';
import { isWatched } from '../../server/domain/exits/exit-signal.ts';
import type { Order } from '../../server/domain/order/order.ts';
import { isUnprotected } from '../../server/domain/trade/standing-exits.ts';
import type { Trade, TradeAggregate } from '../../server/domain/trade/trade.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aMark, anOpenTrade, anOrder, aTrade, keep } from '../support/values/builders.ts';

const TRAIL = {
  ...{ pct: dec(5), start: null, best: dec(2), beyond: null, asked: null, askedAt: null },
};
const ADJUSTED: Order['adjustment'] = {
  ...{ quantity: dec(1), stopPrice: dec(1), limitPrice: null, toldAt: NOON, comparedAt: null },
  ...{ choice: null, note: null, settledAt: null, settledBy: null },
};
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

const mayNeedTheDesk = (each: TradeAggregate) =>
  isWatched(each) ||
  isUnprotected(each) ||
  (each.trade.trail !== null && each.trade.phase === 'OPEN');

describe.each(databases())('narrow reads on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(() => fresh.close());

  it('leave out no trade that the desk may have to hold to', async () => {
    const [drawn = []] = fc.sample(books, { numRuns: 1, seed: 13 });
    await fresh.book.change('ada', async (book) => {
      for (const [at, [parts, drawnOrders]] of drawn.entries()) {
        const id = `paper_trade-${at}`;
        const made = drawnOrders.map((order, leg) =>
          anOrder({ ...order, id: `${id}-${leg}`, tradeId: id, tag: `${id}-${order.tag}` }),
        );
        await keep(book, null, anOpenTrade({ ...parts, id }), made);
      }
    });
    const reader = fresh.book.read('ada');
    const all = await reader.activeTrades();
    const found = new Set((await reader.unguardedTrades()).map(({ trade }) => trade.id));
    const needed = all.filter(mayNeedTheDesk).map(({ trade }) => trade.id);
    expect(needed.length).toBeGreaterThan(15);
    expect(needed.filter((id) => !found.has(id))).toEqual([]);
    expect(found.size).toBeLessThan(all.length);
    expect(await fresh.book.read('bob').unguardedTrades()).toEqual([]);
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
    const found = await fresh.book.read('ada').openFigures();
    expect(found).toEqual({ unknownOrders: 1, oldestMark: earlier });
    const nothing = await fresh.book.read('bob').openFigures();
    expect(nothing).toEqual({ unknownOrders: 0, oldestMark: null });
  });
});
