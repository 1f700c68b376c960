import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { stagePools } from '../../../server/domain/price/pool-stages.ts';
import type { TokenPool } from '../../../server/domain/price/told.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { BONK, WIF } from '../../support/values/price-rounds.ts';

const SOL = { price: dec(150), at: NOON };

/** A pool of a token at one dollar that holds 100,000 USDC. */
const pool = (parts: Partial<TokenPool> = {}): TokenPool => ({
  ...{ address: 'pool', dex: 'orca', baseMint: WIF, quoteMint: USDC_MINT },
  ...{ priceUsd: dec(1), priceNative: dec(1), quoteReserve: dec(100_000), liquidityUsd: null },
  ...{ tradesInHour: 12, createdAt: null, ...parts },
});
const fault = (parts: Partial<TokenPool>, sol: typeof SOL | null = SOL) =>
  stagePools(WIF, [pool(), pool(parts)], sol).at(-1)?.refused;

describe('a pool', () => {
  it.each<[string | null, Partial<TokenPool>]>([
    [null, {}],
    [null, { quoteMint: SOL_MINT, priceNative: dec(1).div(150), quoteReserve: dec(700) }],
    ['OTHER_SIDE', { baseMint: BONK, quoteMint: WIF }],
    ['SOFT_QUOTE', { quoteMint: BONK }],
    ['MALFORMED', { priceNative: null }],
    ['MALFORMED', { quoteReserve: dec(-1) }],
    ['ZERO', { priceNative: dec(0), priceUsd: null }],
    ['THIN', { quoteReserve: dec(1_999) }],
    ['THIN', { quoteReserve: dec(4_999) }],
    ['IDLE', { tradesInHour: 0 }],
    ['CONTRADICTS_ITSELF', { priceUsd: dec('1.04') }],
  ])('is refused for %s (%#)', (refused, parts) => {
    expect(fault(parts)).toBe(refused);
  });

  it('that holds SOL counts by SOL’s accepted price, and by none without it', () => {
    const ofSol = {
      quoteMint: SOL_MINT,
      priceNative: dec('0.01'),
      priceUsd: null,
      quoteReserve: dec(700),
    };
    const [, staged] = stagePools(WIF, [pool(), pool(ofSol)], SOL);
    expect(staged?.hard?.price.toFixed()).toBe('1.5');
    expect(staged?.hard?.hardUsd.toFixed()).toBe('105000');
    expect(fault(ofSol, null)).toBe('UNCONVERTED');
  });

  it('is an outlier among three others that agree, and among two it is none', () => {
    const off = pool({ priceUsd: dec(2), priceNative: dec(2) });
    const refusals = (honest: number) =>
      stagePools(WIF, [...Array.from({ length: honest }, () => pool()), off], SOL).at(-1)?.refused;
    expect(refusals(3)).toBe('OUTLIER');
    expect(refusals(2)).toBe(null);
  });
});
