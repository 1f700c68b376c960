import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { gateQuote } from '../../../server/domain/price/gate-quote.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import type { SwapQuote } from '../../../server/domain/token/swap-quote.ts';
import { BONK } from '../../support/values/token-prices.ts';

const receivedAt = new Date('2026-11-18T15:00:00Z');

/** 100 USDC for 49 tokens of 5 decimals. */
const BUY: SwapQuote = {
  ...{ inputMint: USDC_MINT, outputMint: BONK, inAmount: 100_000_000n, slippageBps: 100 },
  ...{ outAmount: 4_900_000n, leastOutAmount: 4_851_000n, impactPct: dec(1), platformFeeBps: 100 },
  ...{ route: ['Orca'], receivedAt },
};
/** 50 tokens for 98.01 USDC. */
const SALE: SwapQuote = {
  ...BUY,
  ...{ inputMint: BONK, outputMint: USDC_MINT, inAmount: 5_000_000n },
  ...{ outAmount: 98_010_000n, leastOutAmount: 97_029_900n },
};

const gate = (some: Partial<SwapQuote>) => gateQuote(BONK, 5, { ...BUY, ...some });

describe('a quote', () => {
  it('to buy tells a price without its own impact and fee', () => {
    const { observation, size } = gate({ outAmount: 4_900_500n, leastOutAmount: 4_851_495n });
    expect(observation).toMatchObject({ source: 'QUOTE', receivedAt, refused: null });
    // 100 × 0.99 × 0.99 ÷ 49.005
    expect(observation.price?.toFixed()).toBe('2');
    expect(size).toEqual({ usd: dec(100), impactPct: dec(1), platformFeeBps: 100 });
  });

  it('to sell does so too', () => {
    const { observation, size } = gateQuote(BONK, 5, SALE);
    // 98.01 ÷ 0.99 ÷ 0.99 ÷ 50
    expect(observation.price?.toFixed()).toBe('2');
    expect(size?.usd.toFixed()).toBe('98.01');
  });

  it('is as wide as the impact that was taken out, and a thousandth at least', () => {
    expect(gate({}).observation).toMatchObject({ width: dec('0.01') });
    expect(gate({ impactPct: dec('0.02') }).observation).toMatchObject({ width: dec('0.001') });
  });

  it('is thin where its own size moves the price by more than a tenth', () => {
    expect(gate({ impactPct: dec(10) }).observation.refused).toBeNull();
    expect(gate({ impactPct: dec('10.01') }).observation.refused).toBe('THIN');
  });

  it.each([
    ['makes its price better by its size', { impactPct: dec('-1.01') }],
    ['loses everything to its size', { impactPct: dec(100) }],
    ['costs everything', { platformFeeBps: 10_000 }],
    ['promises more than it tells', { leastOutAmount: 4_900_001n }],
    ['lets less arrive than its slippage', { leastOutAmount: 4_850_000n }],
    ['pays for something else', { outputMint: SOL_MINT }],
    ['is paid in something else', { inputMint: SOL_MINT }],
    ['takes nothing', { inAmount: 0n }],
  ])('contradicts itself where it %s', (_, some) => {
    expect(gate(some)).toMatchObject({
      observation: { refused: 'CONTRADICTS_ITSELF' },
      size: null,
    });
  });

  it('is zero, or none at all with its reason', () => {
    const nothing = gate({ outAmount: 0n, leastOutAmount: 0n });
    expect(nothing.observation.refused).toBe('ZERO');
    const none = gateQuote(BONK, 5, { why: 'NO_ROUTE', receivedAt });
    expect(none).toMatchObject({ observation: { refused: 'NO_ROUTE', price: null }, size: null });
  });
});
