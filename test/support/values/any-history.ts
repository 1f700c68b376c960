import fc from 'fast-check';
import { dec } from '../../../server/domain/decimal.ts';
import { NO_CONTEXT } from '../../../server/domain/trade/trade-context.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { NOON } from '../fakes/fake-clock.ts';
import { AAPL, aClosedTrade, aMark, anOpenTrade, SPY_CALL } from './builders.ts';

const MINUTE = 60_000;
export const at = (minutes: number) => new Date(NOON.getTime() + minutes * MINUTE);

const some = <T>(...values: readonly T[]) => fc.constantFrom(null, ...values);
export const parts = fc.record({
  cents: fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 0, max: 90 })),
  /** Adds a third of a dollar, which has more digits than a column of millionths holds. */
  thirds: fc.boolean(),
  instrument: fc.constantFrom(SPY_CALL, AAPL),
  side: fc.constantFrom('BUY_TO_OPEN' as const, 'SELL_TO_OPEN' as const),
  closeReason: some('TP_HIT' as const, 'SL_HIT' as const),
  opened: fc.integer({ min: 1, max: 9_000 }),
  closed: fc.integer({ min: 0, max: 80 }),
  dteAtEntry: some(0, 7, 45),
  tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'ü')),
  notes: some('a_b% of it', 'axb'),
  delta: some(-0.7, 0.15),
  context: fc.record({
    ...{ strategy: some('breakout', 'None'), scanner: some('gap-3'), ivRank: some(12.5, 80) },
    ...{ marketRegime: some('calm'), aiModel: some('m1', 'm2') },
    ...{ aiVerdict: some('BUY' as const, 'AVOID' as const), aiConfidence: some(0.25, 1) },
  }),
});

/** Opens, closes, corrects, annotates or opens again one of a few trades. */
export const step = fc.record({
  trade: fc.integer({ min: 0, max: 5 }),
  kind: fc.constantFrom('OPEN', 'CLOSE', 'CLOSE', 'ANNOTATE', 'CORRECT', 'FILL'),
  /** Which server reads after the step. */
  asks: fc.constantFrom('nobody', 'this', 'other'),
  parts,
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

export function tradeOf(id: string, phase: 'OPEN' | 'CLOSED', drawn: Step['parts']): Trade {
  const { cents, thirds, opened, closed, delta, context, ...rest } = drawn;
  const result = dec(cents[0])
    .div(100)
    .plus(thirds ? dec(1).div(3).toDecimalPlaces(12) : 0);
  const none = { gamma: null, theta: null, vega: null, iv: null };
  const known = {
    ...{ id, openedAt: at(-opened), entryGreeks: delta === null ? null : { ...none, delta } },
    ...{ ...rest, context: { ...NO_CONTEXT, ...context }, mark: aMark() },
  };
  const fees = dec(cents[1]).div(100);
  return phase === 'OPEN'
    ? anOpenTrade({ ...known, closeReason: null, fees, cashFlow: dec(-150).minus(fees) })
    : aClosedTrade(result.plus(150).toFixed(), fees.toFixed(), { ...known, closedAt: at(closed) });
}
