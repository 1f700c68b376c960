import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { fillOf, leastOut, quoteFor, whyNotSent } from '../../../server/domain/swap/swap-bounds.ts';
import type { SwapOrder } from '../../../server/domain/swap/swap-order.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import { aToken } from '../../support/values/builders.ts';

const ONE = dec(1);
const SOL = dec(150);
const BONK = aToken();
const IN_SOL = aToken({ settlement: 'SOL' });
/** A purchase of a million tokens for three dollars: 0.000003 each. */
const purchase = (parts: Partial<SwapOrder> = {}): SwapOrder => ({
  ...{ token: BONK, quantity: dec(1_000_000), pays: dec(3), slippagePct: dec(1) },
  limitPrice: null,
  ...parts,
});
const sale = (parts: Partial<SwapOrder> = {}) => purchase({ pays: null, ...parts });
/** A quote of so many whole BONK for three USDC. */
const got = (bonk: string) => ({
  ...{ inAmount: 3_000_000n, outAmount: BigInt(dec(bonk).times(1e5).toFixed()) },
});
/** A quote of so many dollars in USDC for a million BONK. */
const brought = (dollars: string) => ({
  ...{ inAmount: 100_000_000_000n, outAmount: BigInt(dec(dollars).times(1e6).toFixed()) },
});

describe('the quote of a swap', () => {
  it('is of what a purchase pays, or of exactly what a sale sells', () => {
    const mint = BONK.symbol;
    expect(quoteFor(purchase({ pays: dec('3.1234567') }), ONE)).toEqual({
      ...{ inputMint: USDC_MINT, outputMint: mint, inAmount: 3_123_456n, slippageBps: 100 },
    });
    expect(quoteFor(purchase({ token: IN_SOL, pays: dec(3) }), SOL)).toEqual({
      ...{ inputMint: SOL_MINT, outputMint: mint, inAmount: 20_000_000n, slippageBps: 100 },
    });
    expect(quoteFor(sale({ quantity: dec('0.00001'), slippagePct: dec('0.555') }), ONE)).toEqual({
      ...{ inputMint: mint, outputMint: USDC_MINT, inAmount: 1n, slippageBps: 55 },
    });
  });

  it('is none of less than a unit of what is paid', () => {
    expect(quoteFor(purchase({ pays: dec('0.0000009') }), ONE)).toBeNull();
  });

  it('moves raw units exactly, whose dollars follow from the settlement token', () => {
    expect(fillOf(purchase(), got('999999.00001'), ONE)).toEqual({
      ...{ quantity: dec('999999.00001'), value: dec(3) },
    });
    const inSol = { inAmount: 100_000_000_000n, outAmount: 20_000_001n };
    expect(fillOf(sale({ token: IN_SOL }), inSol, SOL)).toEqual({
      ...{ quantity: dec(1_000_000), value: dec('3.00000015') },
    });
  });
});

describe('a swap is not sent', () => {
  const buying = (bonk: string, parts: Partial<SwapOrder> = {}) =>
    whyNotSent(purchase(parts), fillOf(purchase(), got(bonk), ONE));
  const selling = (dollars: string, limit: string) =>
    whyNotSent(sale({ limitPrice: dec(limit) }), fillOf(sale(), brought(dollars), ONE));

  it('where one costs more than was confirmed by more than the slippage', () => {
    // 1,000,000 / 1.01 = 990,099.0099…
    expect(buying('990099.00991')).toBeNull();
    expect(buying('990099.0099')).toMatch(
      /^the price moved by more than 1 %: one costs 0.00000303/,
    );
    expect(buying('5000000')).toBeNull();
  });

  it('where its limit is not met', () => {
    const limitPrice = dec('0.000003');
    expect(buying('1000000', { limitPrice })).toBeNull();
    expect(buying('999999.99999', { limitPrice })).toMatch(/^the limit of 0.000003 dollars/);
    expect(selling('3', '0.000003')).toBeNull();
    expect(selling('2.999999', '0.000003')).toMatch(/^the limit of 0.000003 dollars/);
  });

  it('never for what a sale at the market brings', () => {
    expect(whyNotSent(sale(), fillOf(sale(), brought('0.01'), ONE))).toBeNull();
  });
});

describe('the least that comes out of a swap', () => {
  it('is what its slippage leaves of the first quote, rounded up', () => {
    expect(leastOut(purchase(), { inAmount: 1n, outAmount: 1_000n }, ONE)).toBe(990n);
    expect(leastOut(purchase(), { inAmount: 1n, outAmount: 1_001n }, ONE)).toBe(991n);
    const exact = purchase({ slippagePct: dec(0) });
    expect(leastOut(exact, { inAmount: 1n, outAmount: 1_001n }, ONE)).toBe(1_001n);
  });

  it('is what its limit leaves, where that is more', () => {
    const limitPrice = dec('0.000003');
    expect(leastOut(purchase({ limitPrice }), got('1000001'), ONE)).toBe(100_000_000_000n);
    expect(leastOut(sale({ limitPrice }), brought('3.01'), ONE)).toBe(3_000_000n);
    expect(leastOut(sale({ token: IN_SOL, limitPrice }), brought('0.0201'), SOL)).toBe(20_000_000n);
  });

  it('keeps whatever lands within slippage and limit, to the last unit', () => {
    const whole = fc.bigInt({ min: 1n, max: 10n ** 15n });
    const pct = fc.integer({ min: 0, max: 9_999 }).map((bps) => dec(bps).div(100));
    const limit = fc.option(fc.integer({ min: 1, max: 10 ** 9 }).map((n) => dec(n).div(1e12)));
    const terms = fc.record({ whole, out: whole, pct, limit, buys: fc.boolean() });
    fc.assert(
      fc.property(terms, ({ whole: raw, out, pct: slippagePct, limit: limitPrice, buys }) => {
        const quantity = dec(raw.toString()).div(1e5);
        const pays = buys ? dec(out.toString()).div(1e6) : null;
        const swap = purchase({ quantity, pays, slippagePct, limitPrice });
        const first = buys ? { inAmount: out, outAmount: raw } : { inAmount: raw, outAmount: out };
        const least = leastOut(swap, first, ONE);
        const holds = (outAmount: bigint) => {
          const { quantity: bought, value } = fillOf(swap, { ...first, outAmount }, ONE);
          const kept = dec(outAmount.toString()).div(first.outAmount.toString()).times(100);
          const within = kept.plus(slippagePct).greaterThanOrEqualTo(100);
          if (!limitPrice) return within;
          const atLimit = bought.times(limitPrice);
          return within && (buys ? value.lessThanOrEqualTo(atLimit) : value.gte(atLimit));
        };
        expect(holds(least)).toBe(true);
        if (least > 0n) expect(holds(least - 1n)).toBe(false);
      }),
    );
  });
});
