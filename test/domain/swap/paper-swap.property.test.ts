import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec, sum, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import {
  NO_LOT,
  settleSwap,
  type SwapFate,
  type SwapHolding,
  type SwapLot,
} from '../../../server/domain/swap/paper-swap.ts';
import { SOL_MINT } from '../../../server/domain/token/mint.ts';
import {
  applyEntryFill,
  applyExitFill,
  applyFee,
} from '../../../server/domain/trade/apply-fill.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { aToken, aTrade } from '../../support/values/builders.ts';

const TOKENS = [aToken(), aToken({ symbol: SOL_MINT, decimals: 9 })];
const TRADES = ['a', 'b', 'c', 'd'];
const raw = fc.bigInt({ min: 1n, max: 10n ** 14n }).map((n) => dec(n.toString()).div(1e5));
const value = fc.bigInt({ min: 1n, max: 10n ** 16n }).map((n) => dec(n.toString()).div(1e12));
const step = fc.record({
  trade: fc.constantFrom(...TRADES),
  buys: fc.boolean(),
  quantity: raw,
  /** How many sevenths of the holding are sold; 7 sells all. */
  sevenths: fc.integer({ min: 1, max: 7 }),
  value,
  fate: fc.constantFrom('LANDED', 'LANDED', 'LANDED', 'REVERTED', 'LOST'),
  solPrice: value,
} as const);

/** A wallet, and a book that learns the same swaps by its own rules. */
class Both {
  cash = ZERO;
  readonly lots = new Map<string, SwapLot>(TRADES.map((id) => [id, NO_LOT]));
  readonly opened = new Set<string>();
  readonly trades = new Map<string, Trade>();

  constructor() {
    for (const [n, id] of TRADES.entries()) {
      const instrument = TOKENS[n % 2]!;
      this.trades.set(id, aTrade({ id, instrument, side: 'BUY' }));
    }
  }

  do({ trade: id, buys, value: worth, solPrice, ...asked }: Step): void {
    const trade = this.trades.get(id)!;
    const token = trade.instrument as ReturnType<typeof aToken>;
    const lot = this.lots.get(id)!;
    const part = lot.quantity.times(asked.sevenths).div(7).toDecimalPlaces(5);
    const quantity = buys ? asked.quantity : asked.sevenths === 7 ? lot.quantity : part;
    if (quantity.isZero()) return;
    const fill = { quantity, value: worth };
    const fate: SwapFate =
      asked.fate === 'LANDED' ? { kind: 'LANDED', fill } : { kind: asked.fate, reason: 'why' };
    const holding: SwapHolding = { lot, opened: this.opened.has(token.symbol) };
    const settled = settleSwap(holding, { token, pays: buys ? worth : null }, fate, solPrice);
    this.lots.set(id, settled.lot);
    if (settled.opened) this.opened.add(token.symbol);
    this.cash = this.cash.plus(settled.cashFlow);
    const execution = { ...settled.filled, fee: settled.fees };
    const next = settled.filled.quantity.isZero()
      ? applyFee(trade, settled.fees)
      : (buys ? applyEntryFill : applyExitFill)(trade, execution);
    this.trades.set(id, next);
  }

  total(of: (trade: Trade) => Decimal): Decimal {
    return sum([...this.trades.values()].map(of));
  }
}
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe('a wallet on paper', () => {
  it('agrees with its book to the last digit after every swap', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        const both = new Both();
        for (const each of steps) {
          both.do(each);
          for (const [id, lot] of both.lots) {
            const { openQuantity, openCost } = both.trades.get(id)!;
            expect([lot.quantity, lot.cost].map(String)).toEqual(
              [openQuantity, openCost].map(String),
            );
            expect(lot.quantity.isNegative()).toBe(false);
          }
          expect(both.cash.toFixed()).toBe(both.total(({ cashFlow }) => cashFlow).toFixed());
          const atCost = both.cash.plus(sum([...both.lots.values()].map(({ cost }) => cost)));
          const earned = both.total(({ realizedPnl, fees }) => realizedPnl.minus(fees));
          expect(atCost.toFixed()).toBe(earned.toFixed());
        }
      }),
      { numRuns: 400 },
    );
  });

  const token = aToken();
  const fill = { quantity: dec(10), value: dec(3) };
  const landed: SwapFate = { kind: 'LANDED', fill };
  const bought = (holding: SwapHolding, fate: SwapFate = landed, what = token) =>
    settleSwap(holding, { token: what, pays: dec(3) }, fate, dec(100));
  const EMPTY: SwapHolding = { lot: NO_LOT, opened: false };

  it('pays for its signature, its priority, and once for the account of a token', () => {
    const first = bought(EMPTY);
    expect(first.fees.toFixed()).toBe('0.214428');
    expect(first.cashFlow.toFixed()).toBe('-3.214428');
    expect(bought(first).fees.toFixed()).toBe('0.0105');
    const sold = settleSwap(first, { token, pays: null }, landed, dec(100));
    expect([sold.fees, sold.cashFlow].map(String)).toEqual(['0.0105', '2.9895']);
    expect(sold).toMatchObject({ lot: NO_LOT, opened: true });
  });

  it('pays no rent for SOL, which needs no account', () => {
    expect(bought(EMPTY, landed, TOKENS[1]).fees.toFixed()).toBe('0.0105');
  });

  it('pays the network alone for a swap that failed on chain, and nothing for one that never landed', () => {
    const failed = bought(EMPTY, { kind: 'REVERTED', reason: '6001' });
    expect(failed).toMatchObject({ ...EMPTY, filled: { quantity: ZERO, value: ZERO } });
    expect([failed.fees, failed.cashFlow].map(String)).toEqual(['0.0105', '-0.0105']);
    expect(String(bought(EMPTY, { kind: 'LOST', reason: 'expired' }).fees)).toBe('0');
  });

  it('sells nothing that its trade does not hold', () => {
    const sell = () => settleSwap(EMPTY, { token, pays: null }, landed, dec(100));
    expect(sell).toThrow(RangeError);
  });
});
