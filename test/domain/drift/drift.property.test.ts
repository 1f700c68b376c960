import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec, sum } from '../../../server/domain/decimal.ts';
import { deriveRows, type UnfilledEntry } from '../../../server/domain/drift/derive-rows.ts';
import { netOf, type DriftTrade } from '../../../server/domain/drift/drift-trade.ts';
import { pairTrades } from '../../../server/domain/drift/pair-trades.ts';
import type { EndedTrade } from '../../../server/domain/drift/split-pair.ts';
import { ANY_TRADE, anyTrades, AT } from '../../support/values/drift.ts';

const BOTH = fc.tuple(anyTrades('e'), anyTrades('a'));
const MONEY = { proceeds: dec(7), fees: dec(2), reason: 'MANUAL_CLOSE' as const };
const NEAR = fc.constantFrom(0, 119_999, 300_000);
const UNFILLED: fc.Arbitrary<readonly UnfilledEntry[]> = fc
  .array(fc.tuple(ANY_TRADE, fc.constantFrom('WAITING', 'REFUSED', 'LAPSED')), { maxLength: 6 })
  .map((all) =>
    all.map(([{ symbol, side, decidedAt, ordinal }, unfilled], n) => ({
      ...{ id: `u${n}`, symbol, side, decidedAt, ordinal, unfilled },
    })),
  );

const isEnded = (trade: DriftTrade): trade is EndedTrade => trade.result !== null;
const netsOf = (trades: readonly DriftTrade[]) => sum(trades.filter(isEnded).map(netOf));

describe('pairs of trades', () => {
  it('hold each trade once, and only two of the same symbol, side and decision', () => {
    fc.assert(
      fc.property(BOTH, NEAR, ([expected, actual], near) => {
        const pairs = pairTrades(expected, actual, near);
        expect(new Set(pairs.map((pair) => pair.expected)).size).toBeLessThanOrEqual(
          expected.length + 1,
        );
        expect(pairs.flatMap((pair) => pair.expected?.id ?? []).sort()).toEqual(
          expected.map(({ id }) => id).sort(),
        );
        expect(pairs.flatMap((pair) => pair.actual?.id ?? []).sort()).toEqual(
          actual.map(({ id }) => id).sort(),
        );
        for (const { expected: one, actual: other } of pairs) {
          if (!one || !other) continue;
          expect([one.symbol, one.side]).toEqual([other.symbol, other.side]);
          expect(Math.abs(one.decidedAt - other.decidedAt)).toBeLessThanOrEqual(near);
        }
      }),
    );
  });

  it('are the same in whatever order the trades come', () => {
    const shuffled = BOTH.chain(([expected, actual]) =>
      fc.record({
        sides: fc.constant([expected, actual] as const),
        again: fc.tuple(shuffle(expected), shuffle(actual)),
        near: NEAR,
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ sides, again, near }) => {
        expect(pairTrades(...again, near)).toEqual(pairTrades(...sides, near));
      }),
    );
  });

  it('never part two of one decision for a third that is only near', () => {
    fc.assert(
      fc.property(BOTH, NEAR, ([expected, actual], near) => {
        const exact = pairTrades(expected, actual, 0).filter(
          (pair) => pair.expected && pair.actual,
        );
        const all = pairTrades(expected, actual, near);
        for (const pair of exact) expect(all).toContainEqual(pair);
      }),
    );
  });
});

describe('rows of drift', () => {
  it('add up to the last digit: actual less expected is the sum of the causes', () => {
    fc.assert(
      fc.property(BOTH, UNFILLED, NEAR, ([expected, actual], unfilled, nearMs) => {
        const rows = deriveRows({ expected, actual, unfilled, nearMs, problem: null });
        for (const row of rows) {
          const total = row.actual.minus(row.expected);
          expect(sum(Object.values(row.split)).toFixed()).toBe(total.toFixed());
          expect(Object.keys(row.split)).toHaveLength(9);
        }
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
      { numRuns: 300 },
    );
  });

  it('count the money of every trade that nothing is waited for', () => {
    fc.assert(
      fc.property(BOTH, NEAR, ([one, other], nearMs) => {
        const [expected, actual] = [one.filter(isEnded), other.filter(isEnded)];
        const rows = deriveRows({ expected, actual, unfilled: [], nearMs, problem: null });
        expect(sum(rows.map((row) => row.expected)).equals(netsOf(expected))).toBe(true);
        expect(sum(rows.map((row) => row.actual)).equals(netsOf(actual))).toBe(true);
      }),
    );
  });

  it('explain nothing where there is no reference', () => {
    fc.assert(
      fc.property(anyTrades('a'), (actual) => {
        const rows = deriveRows({
          ...{ expected: [], actual, unfilled: [], nearMs: 0, problem: 'The code has changed.' },
        });
        expect(rows).toHaveLength(actual.filter(isEnded).length);
        for (const { split, actual: made } of rows)
          expect(split.UNEXPLAINED.equals(made)).toBe(true);
      }),
    );
  });
});

function shuffle<T>(items: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

describe('a trade of one side only', () => {
  const made = (id: string, parts: object = {}): DriftTrade => ({
    ...{ id, symbol: 'SPY', side: 'BUY', multiplier: 1, decidedAt: AT, ordinal: 0 },
    ...fc.sample(ANY_TRADE, { numRuns: 1, seed: 7 })[0]!,
    ...{ symbol: 'SPY', side: 'BUY', decidedAt: AT, ordinal: 0 },
    result: { leg: { at: AT, market: null, lateMs: 0 }, ...MONEY },
    ...parts,
  });
  const entry = (unfilled: UnfilledEntry['unfilled']): UnfilledEntry => ({
    ...{ id: 'u', symbol: 'SPY', side: 'BUY', decidedAt: AT, ordinal: 0, unfilled },
  });
  const ALONE = { expected: [], actual: [], unfilled: [], nearMs: 0, problem: null };
  const causes = (expected: DriftTrade[], actual: DriftTrade[], unfilled: UnfilledEntry[] = []) =>
    deriveRows({ expected, actual, unfilled, nearMs: 0, problem: null }).map(({ split }) =>
      Object.entries(split).flatMap(([cause, amount]) => (amount.isZero() ? [] : [cause])),
    );

  it('is MISSED, or REJECTED where its entry was refused', () => {
    expect(causes([made('e')], [])).toEqual([['MISSED']]);
    expect(causes([], [made('a')])).toEqual([['MISSED']]);
    expect(causes([made('e')], [], [entry('REFUSED')])).toEqual([['REJECTED']]);
    expect(causes([made('e')], [], [entry('LAPSED')])).toEqual([['MISSED']]);
  });

  it('has the size of what went into it, of a short too', () => {
    const short = { ...made('e'), side: 'SELL', cost: dec('-900') } as const;
    const [row] = deriveRows({ ...ALONE, expected: [short] });
    expect(row!.size).toEqual(dec(900));
  });

  it('is waited for while its other side is open or may still fill', () => {
    expect(causes([made('e')], [], [entry('WAITING')])).toEqual([]);
    expect(causes([made('e')], [made('a', { result: null })])).toEqual([]);
    expect(causes([made('e', { result: null })], [made('a')])).toEqual([]);
  });
});
