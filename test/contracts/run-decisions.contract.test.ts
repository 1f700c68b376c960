import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlStrategyRuns } from '../../server/adapters/database/runs/sql-strategy-runs.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { RunDecision } from '../../server/domain/strategy/run-decision.ts';
import type { Review } from '../../server/domain/trade/trade.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import {
  AAPL,
  aClosedTrade,
  anOpenTrade,
  anOrder,
  aTrade,
  keep,
} from '../support/values/builders.ts';
import { aDecision, aLine, aRun } from '../support/values/strategy-runs.ts';

const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const REFUSED = { code: 'RISK_DENIED', message: 'Too much.', actNeeded: true } as const;

describe.each(databases())('what runs of strategies decide, on %s', (_, open) => {
  let fresh: FreshBook;
  let runs: SqlStrategyRuns;
  let elsewhere: SqlStrategyRuns;
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
    runs = new SqlStrategyRuns(fresh.knex, 'PAPER');
    elsewhere = new SqlStrategyRuns(fresh.another().knex, 'PAPER');
  });
  afterEach(() => fresh.close());

  describe('a decision', () => {
    const decide = async (...decisions: readonly RunDecision[]) => {
      await runs.start(aRun());
      expect(await runs.add(aRun(), aLine(1), decisions)).toBe(true);
    };
    const taken = {
      state: 'TAKEN',
      settledAt: after(1),
      tradeId: 'paper_1',
      noTrade: null,
    } as const;
    const refused = {
      ...({ state: 'NO_TRADE', settledAt: after(2), tradeId: null } as const),
      noTrade: REFUSED,
    };

    it('waits until it is settled, once', async () => {
      const second = aDecision({
        key: 'key-2',
        ordinal: 1,
        ask: { action: 'EXIT', symbol: 'SPY' },
      });
      await decide(second, aDecision());
      expect(await elsewhere.waiting(aRun())).toEqual([aDecision(), second]);
      expect(await runs.settle({ username: 'bob', id: 'r1' }, 'key-1', taken)).toBe(false);
      const both = [runs, elsewhere].map((each) => each.settle(aRun(), 'key-1', taken));
      expect((await Promise.all(both)).sort()).toEqual([false, true]);
      expect(await runs.waiting(aRun())).toEqual([second]);
    });

    it('that was taken may still become no trade, and no trade stays one', async () => {
      await decide(aDecision());
      await runs.settle(aRun(), 'key-1', taken);
      expect(await runs.settle(aRun(), 'key-1', refused)).toBe(true);
      expect(await runs.settle(aRun(), 'key-1', taken)).toBe(false);
      expect(await runs.settle(aRun(), 'key-1', refused)).toBe(false);
      const { items } = await runs.noTrades('ada', 's1', { first: 9, after: null });
      expect(items.map(({ item }) => item)).toEqual([
        { ...aDecision(), ...refused, strategyId: 's1' },
      ]);
    });

    it('that became no trade is listed newest first, by strategy or all, and to its user', async () => {
      const settled = (key: string, minute: number, ordinal: number) =>
        aDecision({ ...refused, key, ordinal, decidedAt: after(minute) });
      await decide(
        settled('a', 1, 0),
        settled('b', 2, 1),
        settled('c', 2, 2),
        aDecision({ key: 'w' }),
      );
      await runs.start(aRun({ id: 'r2', strategyId: 's2' }));
      const other = { runId: 'r2', key: 'd', decidedAt: after(3) };
      await runs.add({ username: 'ada', id: 'r2' }, aLine(1, { runId: 'r2' }), [
        aDecision({ ...refused, ...other }),
      ]);
      const keys = async (strategyId: string | null, first: number, cursor: string | null) => {
        const page = await runs.noTrades('ada', strategyId, { first, after: cursor });
        return { ...page, keys: page.items.map(({ item }) => item.key).join('') };
      };
      const one = await keys('s1', 2, null);
      expect(one).toMatchObject({ keys: 'cb', hasNextPage: true, totalCount: 3 });
      const rest = await keys('s1', 2, one.items[1]!.cursor);
      expect(rest).toMatchObject({ keys: 'a', hasNextPage: false });
      expect(await keys(null, 9, null)).toMatchObject({ keys: 'dcba' });
      expect((await runs.noTrades('bob', null, { first: 9, after: null })).items).toEqual([]);
    });

    it('keeps what a refused entry would have made, exactly, and of no other', async () => {
      await decide(aDecision({ ...refused }), aDecision({ key: 'key-2', ordinal: 1 }));
      const shadow = { pnl: dec('-12.345678901234567890'), note: 'filled at the touch' };
      for (const key of ['key-1', 'key-2']) await runs.keepShadow(aRun(), key, shadow);
      const { items } = await runs.noTrades('ada', null, { first: 9, after: null });
      expect(items[0]?.item.shadowPnl?.toFixed()).toBe('-12.34567890123456789');
      expect(items[0]?.item.shadowNote).toBe(shadow.note);
      expect(await runs.waiting(aRun())).toMatchObject([{ shadowPnl: null, shadowNote: null }]);
    });
  });

  describe('its trades', () => {
    const mark = { runId: 'r1', strategyId: 's1', version: 1 };
    const ids = (found: readonly { trade: { id: string } }[]) => found.map(({ trade }) => trade.id);
    beforeEach(async () => {
      const at = (minute: number) => ({ strategyRun: mark, placedAt: after(minute) });
      const trades = [
        anOpenTrade({ id: 'open', ...at(3), openedAt: after(3) }),
        aTrade({ id: 'pending', ...at(2) }),
        aClosedTrade('1', '0', { id: 'closed', ...at(1), openedAt: after(1) }),
        aTrade({ id: 'rejected', ...at(1), status: 'REJECTED', phase: 'CLOSED' }),
        aTrade({ id: 'unknown', ...at(1), status: 'CANCELED', phase: 'CLOSED' }),
        anOpenTrade({ id: 'other', strategyRun: { ...mark, strategyId: 's2' } }),
        anOpenTrade({ id: 'person' }),
      ];
      const order = anOrder({ tradeId: 'unknown', status: 'UNKNOWN' });
      for (const trade of trades)
        await fresh.book.change('ada', (book) =>
          keep(book, null, trade, trade.id === 'unknown' ? [order] : []),
        );
    });

    it('are active while they are pending, open or have an order under way', async () => {
      expect(ids(await runs.activeTrades('ada', 's1'))).toEqual(['unknown', 'pending', 'open']);
      expect(ids(await runs.activeOfAll('ada'))).toEqual(['other', 'unknown', 'pending', 'open']);
      expect(await runs.activeTrades('bob', 's1')).toEqual([]);
      const [unknown] = await runs.activeTrades('ada', 's1');
      expect(unknown?.orders).toMatchObject([{ status: 'UNKNOWN' }]);
    });

    it('count from an instant on once they have filled, oldest first', async () => {
      const filled = async (username: string, from: Date) =>
        (await runs.tradesSince(username, 's1', from)).map(({ id }) => id);
      expect(await filled('ada', NOON)).toEqual(['closed', 'open']);
      expect(await filled('ada', after(2))).toEqual(['open']);
      expect(await filled('bob', NOON)).toEqual([]);
    });

    it('are read as they are stored, however they ended', async () => {
      const at = { strategyRun: mark, placedAt: after(5), openedAt: after(5) };
      const settled = {
        ...{ settledAt: after(6), price: dec(1), source: 's', sourceTime: after(6) },
        ...{ intrinsic: dec('0.25'), delivery: null, shares: null },
      };
      const reviewed: Review = {
        ...{ exitPrice: null, quantity: null, note: 'n', at: after(7), reviewer: 'user:ada' },
        ...{ status: 'MANUAL_CLOSE', evidence: null },
      };
      const split = { newShares: dec(3), oldShares: dec(2) };
      const share = { ...at, instrument: AAPL, side: 'BUY' } as const;
      const ended = [
        aClosedTrade('1.5', '0.1', { id: 'settled', ...at, settlement: settled }),
        aClosedTrade('1.5', '0.1', { id: 'reviewed', ...share, review: reviewed }),
        anOpenTrade({ id: 'split', ...share, split }),
      ];
      for (const trade of ended)
        await fresh.book.change('ada', (book) => keep(book, null, trade, []));
      const found = await runs.tradesSince('ada', 's1', after(5));
      expect(found.map(({ id }) => id)).toEqual(['reviewed', 'settled', 'split']);
      const read = fresh.book.read('ada');
      for (const each of found) expect((await read.trade(each.id))!.trade).toMatchObject(each);
      const parts = found.map(({ review, settlement, split: ratio }) => ({
        ...{ review, settlement, ratio },
      }));
      const none = { review: null, settlement: null, ratio: null };
      expect(parts).toEqual([
        { ...none, review: { at: after(7) } },
        { ...none, settlement: { settledAt: after(6), intrinsic: dec('0.25') } },
        { ...none, ratio: split },
      ]);
    });
  });
});
