import { describe, expect, it } from 'vitest';
import { NEW_USER_SETTINGS, type Limits } from '../../../server/domain/account/settings.ts';
import { dec } from '../../../server/domain/decimal.ts';
import {
  entrySlippage,
  swapChecks,
  type SwapRisk,
} from '../../../server/domain/risk/check-swap.ts';
import { judged, tokenRound, type Said } from '../../support/values/token-prices.ts';

const NO_LIMITS = NEW_USER_SETTINGS.limits;
const HONEST: Said = { JUPITER: '2', DEXSCREENER: '2', QUOTE: '2' };
const PRICE = judged(Array.from({ length: 12 }, (_, n) => tokenRound(n, HONEST)));
const POOLS = PRICE.sources.find(({ source }) => source === 'DEXSCREENER')!.liquidityUsd!;

const swap = (parts: Partial<SwapRisk> = {}): SwapRisk => ({
  ...{ judged: PRICE, pays: dec(100), unitCost: dec('2.01') },
  ...{ costBeyondImpact: dec('2.004'), impactPct: dec('0.3'), roundTripPct: dec('0.8') },
  ...parts,
});

function failing(parts: Partial<SwapRisk>, limits: Partial<Limits> = {}): readonly string[] {
  const checks = swapChecks(swap(parts), [{ ...NO_LIMITS, ...limits }]);
  return checks.filter(({ passed }) => !passed).map(({ rule }) => rule);
}

describe('an entry by swap', () => {
  it('passes where it costs the price, moves it little and can be sold again', () => {
    expect(failing({})).toEqual([]);
  });

  it.each<[string, Partial<SwapRisk>, Partial<Limits>]>([
    ['MAX_SLIPPAGE', { costBeyondImpact: dec('2.0201') }, {}],
    ['MAX_SLIPPAGE', {}, { maxSlippagePct: dec('0.1') }],
    ['MAX_PRICE_IMPACT', {}, { maxPriceImpactPct: dec('0.29') }],
    ['MIN_PRICE_CONFIDENCE', {}, { minPriceConfidence: 0.999 }],
    ['LIQUIDITY_SHARE', { pays: POOLS.div(100).plus('0.01') }, {}],
    ['ROUND_TRIP', { roundTripPct: dec('10.01') }, {}],
    ['TOKEN_SAFETY', { judged: { ...PRICE, risks: ['SUSPICIOUS'] } }, {}],
  ])('is refused by %s alone', (rule, parts, limits) => {
    expect(failing(parts, limits)).toEqual([rule]);
  });

  it.each<[Partial<SwapRisk>, Partial<Limits>]>([
    [{ costBeyondImpact: dec('2.02') }, {}],
    [{}, { maxPriceImpactPct: dec('0.3') }],
    [{ pays: POOLS.div(100) }, {}],
    [{ roundTripPct: dec(10) }, {}],
  ])('passes exactly at a limit', (parts, limits) => {
    expect(failing(parts, limits)).toEqual([]);
  });

  it('costs no more above the price than its own size explains', () => {
    expect(
      failing({ unitCost: dec('2.2'), impactPct: dec(9), costBeyondImpact: dec('2.002') }),
    ).toEqual([]);
  });

  it('fails by what nobody told, but for what no limit asks for', () => {
    const untold: SwapRisk = { judged: PRICE };
    const rules = (limits: Partial<Limits>) =>
      swapChecks(untold, [{ ...NO_LIMITS, ...limits }])
        .filter(({ passed }) => !passed)
        .map(({ rule }) => rule);
    expect(rules({})).toEqual(['MAX_SLIPPAGE', 'LIQUIDITY_SHARE', 'ROUND_TRIP']);
    expect(rules({ maxPriceImpactPct: dec(1) })).toContain('MAX_PRICE_IMPACT');
  });

  it('takes the strictest of two sets of limits', () => {
    const limits = [
      { ...NO_LIMITS, maxSlippagePct: dec(2) },
      { ...NO_LIMITS, maxSlippagePct: dec('0.4') },
    ];
    expect(entrySlippage(limits).toFixed()).toBe('0.4');
    expect(entrySlippage([NO_LIMITS]).toFixed()).toBe('1');
    expect(entrySlippage([{ ...NO_LIMITS, maxSlippagePct: dec(100) }]).toFixed()).toBe('50');
  });
});
