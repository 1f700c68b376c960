import fc from 'fast-check';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import type { TradeStatus } from '../../../server/domain/trade/trade-status.ts';
import { splitOf } from '../../../server/domain/drift/drift-cause.ts';
import type { KeptRow } from '../../../server/domain/drift/kept-row.ts';
import type { DriftLeg, DriftTrade } from '../../../server/domain/drift/drift-trade.ts';

/** Noon, in milliseconds. */
export const AT = Date.UTC(2024, 5, 3, 16);
export const STEP = 300_000;

export function aLeg(at: number | null, market: string | null, lateMs = 0): DriftLeg {
  return { at, market: market === null ? null : dec(market), lateMs };
}

/** Ten shares bought at 100 and sold at 110, both the market's price, with a dollar of fees. */
export function aDriftTrade(parts: Partial<DriftTrade> = {}): DriftTrade {
  return {
    ...{ id: 't1', symbol: 'SPY', side: 'BUY', multiplier: 1, decidedAt: AT, ordinal: 0 },
    ...{ quantity: dec(10), cost: dec(1000), leg: aLeg(AT, '100') },
    result: {
      leg: aLeg(AT + STEP, '110'),
      proceeds: dec(1100),
      fees: dec(1),
      reason: 'MANUAL_CLOSE',
    },
    ...parts,
  };
}

export const ANY_MONEY = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 14 }))
  .map(([digits, places]): Decimal => dec(String(digits)).div(dec(10).pow(places)));
const QUANTITY = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]): Decimal => dec(String(digits)).div(dec(10).pow(places)));

const REASON = fc.constant<TradeStatus>('MANUAL_CLOSE');
const LEG: fc.Arbitrary<DriftLeg> = fc.record({
  at: fc.option(fc.integer({ min: 0, max: 40 }).map((n) => AT + n * 10_000)),
  market: fc.option(ANY_MONEY),
  lateMs: fc.integer({ min: 0, max: 60_000 }),
});

/** Any trade, ended or not, of a few symbols, sides and instants, so that many are alike. */
export const ANY_TRADE: fc.Arbitrary<Omit<DriftTrade, 'id'>> = fc.record({
  symbol: fc.constantFrom('SPY', 'QQQ'),
  side: fc.constantFrom('BUY', 'SELL', 'BUY_TO_OPEN', 'SELL_TO_OPEN'),
  multiplier: fc.constantFrom(1, 100),
  decidedAt: fc.integer({ min: 0, max: 5 }).map((n) => AT + n * 120_000),
  ordinal: fc.integer({ min: 0, max: 2 }),
  quantity: QUANTITY,
  cost: ANY_MONEY,
  leg: LEG,
  result: fc.option(fc.record({ leg: LEG, proceeds: ANY_MONEY, fees: ANY_MONEY, reason: REASON })),
});

/** Any trades of one side, each with an id of its own. */
export function anyTrades(side: string): fc.Arbitrary<readonly DriftTrade[]> {
  return fc
    .array(ANY_TRADE, { maxLength: 12 })
    .map((trades) => trades.map((trade, n) => ({ ...trade, id: `${side}${n}` })));
}

/** A stored row: ten dollars below its reference, of which the entry’s price explains six. */
export function aKeptRow(parts: Partial<KeptRow> = {}): KeptRow {
  const split = splitOf(dec(-10), { ENTRY_PRICE: dec(-6), TIMING: dec('-3.5') });
  return {
    ...{ runId: 'r1', strategyId: 's1', version: 1, strategy: 'cross', key: 'paper_t1' },
    ...{ tradeId: 'paper_t1', symbol: 'SPY', side: 'BUY', at: AT, endedAt: AT + STEP },
    ...{ reason: 'MANUAL_CLOSE', expected: dec(30), actual: dec(20), size: dec(1000), split },
    problem: null,
    ...parts,
  };
}
