import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { fromRawUnits, toRawUnits } from '../../../server/domain/token/raw-units.ts';

describe('raw units', () => {
  it.each([
    ['1.5', 6, 1_500_000n],
    ['0.000000001', 9, 1n],
    ['7', 0, 7n],
    ['92233720368547758.07', 2, 9_223_372_036_854_775_807n],
  ])('of %s with %d decimals are %s', (quantity, decimals, raw) => {
    expect(toRawUnits(dec(quantity), decimals)).toBe(raw);
    expect(fromRawUnits(raw, decimals).toFixed()).toBe(quantity);
  });

  it('refuse a quantity with more decimals than the mint', () => {
    expect(toRawUnits(dec('0.0000001'), 6)).toBeNull();
    expect(toRawUnits(dec('1.5'), 0)).toBeNull();
  });

  it('lose nothing on the way there and back', () => {
    const raw = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(raw, fc.integer({ min: 0, max: 18 }), (units, decimals) => {
        expect(toRawUnits(fromRawUnits(units, decimals), decimals)).toBe(units);
      }),
    );
  });
});
