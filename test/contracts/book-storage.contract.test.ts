import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Decimal, dec } from '../../server/domain/decimal.ts';
import type { Order } from '../../server/domain/order/order.ts';
import type { Trade, TradeAggregate } from '../../server/domain/trade/trade.ts';
import { StaleTrade } from '../../server/ports/book.ts';
import {
  AAPL,
  aClosedTrade,
  aFill,
  aMark,
  aTrade,
  anEvent,
  anOpenTrade,
  anOrder,
  keep,
} from '../support/values/builders.ts';
import { UNJOURNALLED } from '../support/values/unjournalled.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { wholeTrade } from '../support/values/whole-trade.ts';

const LONG = '123456789012345678901234567890.098765432109876543210987654321';
const GREEKS = { delta: 0.5123, gamma: 0.0321, theta: -0.1, vega: null, iv: 0.234567890123 };

function everythingKnown(): Trade {
  return aClosedTrade('200', '1.30', {
    limitPrice: dec(LONG),
    bracket: {
      stopLoss: dec(LONG),
      takeProfit: dec('-0.000000000000000000000000000001'),
      stopLimit: null,
    },
    wantedBracket: { stopLoss: null, takeProfit: null, stopLimit: null },
    closeRequest: {
      quantity: dec('0.1'),
      orderType: 'LIMIT',
      limitPrice: dec(LONG),
      ...{ missing: null, confirmedPrice: dec(LONG) },
      role: 'CLOSE',
      requestedAt: NOON,
    },
    protection: 'WATCHED',
    unprotectedSince: new Date('2026-03-10T16:00:00.123Z'),
    unprotectedSeconds: 12.345,
    context: {
      strategy: 'wheel',
      scanner: 'iv-rank',
      scannerScore: 0.87,
      scannerCriteria: { minIv: 0.3, list: [1, 'two', null] },
      aiModel: 'model-1',
      aiPromptVersion: 'v3',
      aiVerdict: 'STRONG_BUY',
      aiConfidence: 0.71,
      aiRationale: 'Because: "quotes", ümlaut, \n lines and 🚀',
      ivRank: 45.5,
      ivPercentile: 60,
      hv30: 0.18,
      contextSource: 'orats',
      underlyingTrend: 'UP',
      earningsDate: '2026-04-30',
      marketRegime: 'CALM',
      tags: ['a', 'b,c'],
      notes: 'context note',
      extra: { nested: [{ deep: true }] },
    },
    notes: 'my note',
    tags: ['tag one', 'two'],
    entryGreeks: GREEKS,
    exitGreeks: { delta: null, gamma: null, theta: null, vega: null, iv: null },
    entryUnderlyingPrice: dec('558.215'),
    dteAtEntry: 17,
    ...{ fillModel: 'CALIBRATED' as const, fillModelVersion: '1' },
    fillFit: { buys: 62, sells: 40 },
    reason: 'why',
    settlement: {
      settledAt: NOON,
      price: dec('561.5'),
      source: 'official',
      sourceTime: NOON,
      delivery: 'DELIVERED',
      shares: dec(300),
      intrinsic: dec('1.5'),
    },
    strategyRun: { runId: 'run-1', strategyId: 's1', version: 3 },
    deliveredFrom: 'paper_option-1',
    deliveredTo: ['paper_option-3', 'paper_option-2'],
    maxFavorableExcursion: dec('0.55'),
    maxAdverseExcursion: dec('-0.15'),
    excursionsComplete: false,
    mark: aMark({ ...GREEKS, bid: dec(LONG), ask: null }),
  });
}

function twoOrders(): Order[] {
  const fills = [
    aFill({ id: 'f2', quantity: dec('0.4'), price: dec(LONG), fee: dec('0.35') }),
    aFill({ id: 'f1', quantity: dec('0.6') }),
  ];
  return [
    anOrder({
      id: 'paper_order-2',
      role: 'STOP_LOSS',
      cancelRequested: true,
      stopPrice: dec(LONG),
    }),
    anOrder({
      status: 'FILLED',
      averagePrice: dec(1).div(3),
      venueOrderId: '77',
      absentSyncs: 2,
      fills,
    }),
  ];
}

describe.each(databases())('trades in the book on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(() => fresh.close());

  const stored = (id = 'paper_trade-1') => fresh.book.read('ada').trade(id);
  const whole = () => wholeTrade(fresh.book.read('ada'));
  const save = (before: TradeAggregate | null, trade: Trade, orders?: Order[]) =>
    fresh.book.change('ada', (book) => keep(book, before, trade, orders));

  it('are read back as they were stored, to the last digit', async () => {
    const kept = await save(null, everythingKnown(), twoOrders());
    expect(await whole()).toEqual(kept);
    const [event] = await fresh.book.read('ada').eventsAfter(0, 10);
    const expected = { ...anEvent(kept.trade), sequence: 2, hash: event?.hash };
    expect({ orders: [], ...event }).toEqual(expected);
    expect((await stored())?.trade.mark?.bid).toBeInstanceOf(Decimal);
  });

  it('are read back with nothing known, and as shares', async () => {
    const kept = await save(null, aTrade({ instrument: AAPL, side: 'BUY', tags: [] }));
    expect(await stored()).toEqual(kept);
  });

  it('add changed orders and new fills, and keep the old ones', async () => {
    const first = await save(null, anOpenTrade(), twoOrders());
    const [stop, entry] = first.orders as [Order, Order];
    const filled = { ...entry, fills: [...entry.fills, aFill({ id: 'f3' })] };
    const next = [{ ...stop, status: 'CANCELED' as const }, filled, anOrder({ id: 'third' })];
    const second = await save(first, first.trade, next);
    expect(await whole()).toEqual(second);
    const [decided] = await fresh.book.read('ada').tradesById(['paper_trade-1', 'nothing']);
    expect(decided?.orders[1]).toEqual({ ...filled, fills: [aFill({ id: 'f3' })] });
  });

  it('change nothing when somebody else was faster', async () => {
    const first = await save(null, aTrade());
    const second = await save(first, anOpenTrade());
    const account = await fresh.book.read('ada').account();
    await expect(save(first, aClosedTrade('200', '1'))).rejects.toThrow(StaleTrade);
    await expect(save(null, aTrade())).rejects.toThrow(StaleTrade);
    await expect(save(second, aTrade({ id: 'paper_other' }))).rejects.toThrow(StaleTrade);
    expect(await stored()).toEqual(second);
    expect(await fresh.book.read('ada').account()).toEqual(account);
    expect(await fresh.book.read('ada').eventsAfter(0, 10)).toHaveLength(2);
  });

  it('do not change without an event', async () => {
    const trade = aTrade({ version: 2 });
    const silent = (events = [anEvent(trade)]) =>
      fresh.book.change('ada', (book) =>
        book.save(null, { trade, orders: [] }, events, UNJOURNALLED),
      );
    await expect(silent()).rejects.toThrow(/version|at 2/);
    await expect(silent([])).rejects.toThrow(/version 2/);
    expect(await stored()).toBeNull();
  });

  it('move money by what is stored, not by what the caller remembers', async () => {
    const first = await save(null, anOpenTrade());
    const wrong = { ...first, trade: { ...first.trade, cashFlow: dec(-1000) } };
    await save(wrong, anOpenTrade({ cashFlow: dec(-151), fees: dec(1) }));
    expect((await fresh.book.read('ada').account()).cash).toEqual(dec(100_000 - 151));
  });

  it('move money to the last digit, however large the account', async () => {
    const least = `0.${'0'.repeat(29)}1`;
    const [before, after] = ['9'.repeat(30), `${'9'.repeat(30)}.${'0'.repeat(29)}1`];
    const trade = (id: string, cash: string) => anOpenTrade({ id, cashFlow: dec(cash) });
    const start = (await fresh.book.read('ada').account()).cash;
    await fresh.book.change('ada', async (book) => {
      await keep(book, null, trade('large', dec(before).minus(start).toFixed()));
      await keep(book, null, trade('small', least));
    });
    expect((await fresh.book.read('ada').account()).cash.toFixed()).toBe(after);
  });

  it('are refused for another user or in the other book', async () => {
    await expect(save(null, aTrade({ username: 'bob' }))).rejects.toThrow(/bob/);
    await expect(save(null, aTrade({ mode: 'REAL' }))).rejects.toThrow(/REAL/);
  });

  it('leave no trace of a change that failed, and notify nobody', async () => {
    const failing = fresh.book.change('ada', async (book) => {
      await keep(book, null, anOpenTrade(), twoOrders());
      await book.raise(
        { kind: 'UNPROTECTED', severity: 'WARNING', message: '!', tradeId: null },
        NOON,
      );
      throw new Error('after all, no');
    });
    await expect(failing).rejects.toThrow('after all, no');
    expect(await stored()).toBeNull();
    expect(await fresh.book.read('ada').positions()).toEqual([]);
    expect((await fresh.book.read('ada').account()).sequence).toBe(1);
    expect(fresh.feed.wakes).toEqual([]);
  });

  it('are published after the commit, once, with the alerts', async () => {
    const seen: (number | undefined)[] = [];
    const publish = fresh.feed.publish.bind(fresh.feed);
    fresh.feed.publish = (wake) => {
      publish(wake);
      void fresh
        .another()
        .book.read('ada')
        .trade('paper_trade-1')
        .then((t) => seen.push(t?.trade.version));
    };
    const raised = await fresh.book.change('ada', async (book) => {
      await keep(book, null, aTrade());
      return book.raise(
        { kind: 'ORDER_UNKNOWN', severity: 'CRITICAL', message: 'lost', tradeId: 'paper_trade-1' },
        NOON,
      );
    });
    expect(fresh.feed.wakes).toEqual([
      { mode: 'PAPER', username: 'ada', marked: [], alerts: [raised] },
    ]);
    await expect.poll(() => seen).toEqual([1]);
    await fresh.book.change('ada', async () => undefined);
    expect(fresh.feed.wakes).toHaveLength(1);
  });

  it('are found by their idempotency key, by this user only', async () => {
    const call = { operation: 'placeTrade', inputDigest: 'abc' };
    const record = { key: 'k', ...call, tradeId: 'paper_trade-1' };
    await fresh.book.change('ada', (book) => book.remember(record, NOON));
    expect(await fresh.another().book.read('ada').idempotencyRecord('k')).toEqual(record);
    expect(await fresh.book.read('bob').idempotencyRecord('k')).toBeNull();
    await expect(fresh.book.change('ada', (book) => book.remember(record, NOON))).rejects.toThrow();
    await fresh.book.change('bob', (book) => book.remember(record, NOON));
  });
});
