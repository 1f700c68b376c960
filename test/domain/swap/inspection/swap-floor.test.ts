import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../../server/domain/decimal.ts';
import {
  floorByLooks,
  floorByPrice,
  floorByQuote,
  slippageAbove,
  type PricedSwap,
} from '../../../../server/domain/swap/inspection/swap-floor.ts';

const PURCHASE: PricedSwap = {
  ...{ inAmount: 100_000_000n, inDecimals: 6, outDecimals: 5 },
  ...{ inPrice: dec(1), outPrice: dec('0.000002'), maxImpactPct: dec(3), slippagePct: dec(1) },
};

const amounts = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n });
const bps = fc.integer({ min: 0, max: 500 });

describe('the floor of a swap', () => {
  it('is what a trusted price says, less impact and slippage', () => {
    // 100 dollars are 50,000,000 tokens; 97 % of 99 % of that are 48,015,000.
    expect(floorByPrice(PURCHASE)).toBe(4_801_500_000_000n);
    expect(floorByPrice({ ...PURCHASE, maxImpactPct: null })).toBe(4_950_000_000_000n);
  });

  it('of a sale is in the settlement token, rounded up to its unit', () => {
    const sale = { ...PURCHASE, inAmount: 333n, inDecimals: 5, outDecimals: 6 };
    const priced = { ...sale, inPrice: dec('0.2'), outPrice: dec(1), maxImpactPct: null };
    // 0.00333 tokens are 666 units of USDC; 99 % are 659.34.
    expect(floorByPrice(priced)).toBe(660n);
  });

  it('for a person is the confirmed quote less its slippage', () => {
    expect(floorByQuote({ outAmount: 1_000n }, 50)).toBe(995n);
  });

  it('for the desk is the worse of two looks, whichever came first', () => {
    const [high, low] = [{ outAmount: 1_000n }, { outAmount: 900n }];
    expect(floorByLooks([high, low], 100)).toBe(891n);
    expect(floorByLooks([low, high], 100)).toBe(891n);
  });

  it('holds whatever an order is asked for: its slippage never reaches below', () => {
    fc.assert(
      fc.property(amounts, amounts, bps, (out, floor, most) => {
        const asked = slippageAbove(out, floor, most);
        if (asked === null) {
          expect(out).toBeLessThan(floor);
          return;
        }
        expect(asked).toBeLessThanOrEqual(most);
        expect(floorByQuote({ outAmount: out }, asked)).toBeGreaterThanOrEqual(floor);
        if (asked === most) return;
        // One basis point more would be below the floor, or exactly at it.
        expect(out * BigInt(10_000 - asked - 1)).toBeLessThan(floor * 10_000n);
      }),
    );
  });

  it('is asked for with all slippage where the quote has not moved', () => {
    fc.assert(
      fc.property(amounts, bps, (out, most) => {
        const floor = floorByQuote({ outAmount: out }, most);
        expect(slippageAbove(out, floor, most)).toBe(most);
      }),
    );
  });

  it('that even the quote is below has no slippage at all', () => {
    expect(slippageAbove(99n, 100n, 100)).toBeNull();
    expect(slippageAbove(100n, 100n, 100)).toBe(0);
    expect(slippageAbove(0n, 0n, 100)).toBeNull();
  });
});
