import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { impactPct } from '../../../server/domain/token/price-impact.ts';
import { referenceFile } from '../../support/recorded/reference-file.ts';

interface Said {
  readonly priceImpact?: number;
  readonly priceImpactPct?: string;
}

function impactOf({ priceImpact, priceImpactPct }: Said): string | undefined {
  return impactPct({
    priceImpact: priceImpact === undefined ? null : dec(priceImpact),
    priceImpactPct: priceImpactPct === undefined ? null : dec(priceImpactPct),
  })?.toFixed();
}

describe('a price impact', () => {
  it('is percent points, a loss positive, whether told as percent points or as a ratio', () => {
    expect(impactOf({ priceImpact: -0.1 })).toBe('0.1');
    expect(impactOf({ priceImpactPct: '0.001' })).toBe('0.1');
    expect(impactOf({ priceImpact: -0.1, priceImpactPct: '-0.001' })).toBe('0.1');
    expect(impactOf({ priceImpact: 0 })).toBe('0');
    expect(impactOf({ priceImpact: 0.64 })).toBe('-0.64');
  });

  it('is unknown where nothing or two things are told', () => {
    expect(impactOf({})).toBeUndefined();
    // Here a ratio was mistaken for percent points, so the two fields contradict each other.
    expect(impactOf({ priceImpact: -0.1, priceImpactPct: '-0.1' })).toBeUndefined();
    expect(impactOf({ priceImpact: -0.1, priceImpactPct: '0.001' })).toBeUndefined();
  });

  it.each([
    ['docs-ultra-order-metis.json', 0.013116],
    ['order-v2-usdc-jlp-okx-with-transaction-2026-05.json', -0.641957],
    ['quote-v1-sol-cash-2026-10.json', 0.002994],
  ])('of %s is %d percent points', (file, pct) => {
    const text = referenceFile(`fixtures/jupiter/${file}`);
    if (text === null) return;
    expect(Number(impactOf(JSON.parse(text) as Said))).toBeCloseTo(pct, 6);
  });
});
