import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StatsDimension } from '../../server/domain/statistics/segment-keys.ts';
import { summariseBy } from '../../server/domain/statistics/segments.ts';
import { NO_CONTEXT } from '../../server/domain/trade/trade-context.ts';
import type { Trade } from '../../server/domain/trade/trade.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { AAPL, aClosedTrade, keep, SPY_CALL } from '../support/values/builders.ts';

const EVERY: Record<StatsDimension, true> = {
  ...{ STRATEGY: true, SCANNER: true, UNDERLYING: true, ASSET_CLASS: true, SIDE: true },
  ...{ DTE: true, DELTA: true, IV_RANK: true, HOUR: true, WEEKDAY: true, MONTH: true },
  ...{ REGIME: true, CLOSE_REASON: true, AI_MODEL: true, AI_VERDICT: true, TAG: true },
};
const DIMENSIONS = Object.keys(EVERY) as StatsDimension[];
const FILTERS = [{}, { outcome: 'WIN' }, { assetClass: 'EQUITY' }, { aiModel: 'm1' }] as const;

const some = <T>(...values: readonly T[]) => fc.constantFrom(null, ...values);
const trades = fc.array(
  fc.record({
    cents: fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 90 })),
    instrument: fc.constantFrom(SPY_CALL, AAPL),
    side: fc.constantFrom('BUY_TO_OPEN', 'SELL_TO_OPEN'),
    closeReason: some('TP_HIT', 'SL_HIT', 'MANUAL_CLOSE'),
    minutes: fc.integer({ min: 1, max: 9_000 }),
    dteAtEntry: some(0, 7, 45),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'ü')),
    delta: some(-0.7, 0.15),
    greeks: fc.boolean(),
    context: fc.record({
      strategy: some('breakout'),
      scanner: some('gap-3'),
      ivRank: some(12.5, 80),
      marketRegime: some('calm'),
      aiModel: some('m1', 'm2'),
      aiVerdict: some('BUY', 'AVOID'),
      aiConfidence: some(0.25, 1),
    }),
  }),
  { minLength: 25, maxLength: 25 },
);

describe.each(databases())('results of closed trades on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
  });
  afterEach(() => fresh.close());

  it('are those of the whole trades, and give the same statistics', async () => {
    const [drawn = []] = fc.sample(trades, { numRuns: 1, seed: 7 });
    const spread = drawn.map(({ cents: [pnl, fee], minutes, delta, greeks, ...parts }, n) => {
      const { context, ...rest } = parts;
      const none = { gamma: null, theta: null, vega: null, iv: null };
      return aClosedTrade(String(150 + pnl / 100), String(fee / 100), {
        ...(rest as Partial<Trade>),
        ...{ id: `paper_${n}`, openedAt: new Date(NOON.getTime() - minutes * 60_000) },
        entryGreeks: greeks ? { ...none, delta } : null,
        context: { ...NO_CONTEXT, ...context } as Trade['context'],
      });
    });
    for (const trade of spread) await fresh.book.change('ada', (book) => keep(book, null, trade));
    const ada = fresh.book.read('ada');
    for (const filter of FILTERS) {
      const [whole, results] = [await ada.closedTrades(filter), await ada.closedResults(filter)];
      expect(results).toHaveLength(whole.length);
      expect(whole.length).toBeGreaterThan(0);
      for (const [n, trade] of whole.entries()) expect(trade).toMatchObject({ ...results[n] });
      expect(summariseBy(results, DIMENSIONS)).toEqual(summariseBy(whole, DIMENSIONS));
    }
    expect((await ada.closedResults({})).length).toBe(spread.length);
    expect(await fresh.book.read('bob').closedResults({})).toEqual([]);
  });
});
