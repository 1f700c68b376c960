import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { gatePools } from '../../../server/domain/price/gate-pools.ts';
import type { Told, TokenPool } from '../../../server/domain/price/told.ts';
import { SOL_MINT, USDC_MINT, USDT_MINT } from '../../../server/domain/token/mint.ts';
import { referenceFile } from '../../support/recorded/reference-file.ts';
import { BONK, tokenPool } from '../../support/values/token-prices.ts';

const receivedAt = new Date('2026-11-18T15:00:00Z');
const before = (seconds: number) => new Date(receivedAt.getTime() - seconds * 1_000);
const WIF = 'EKpQGSJtjMFqKZ9KQanSqYXRcF8fBopzLHYxdM65zcjm';
const NO_SOL = { accepted: null, staleMs: 60_000 };

function gate(pools: readonly TokenPool[], sol = NO_SOL as Parameters<typeof gatePools>[2]) {
  return gatePools(BONK, { value: pools, receivedAt }, sol);
}

const at = (price: string, quoteReserve: number, some: Partial<TokenPool> = {}) =>
  tokenPool({ priceNative: dec(price), quoteReserve: dec(quoteReserve), ...some });

describe('DexScreener’s pools', () => {
  it('tell the price of the deepest, and the dollars in all of them', () => {
    const told = gate([at('2', 500_000), at('2.01', 60_000, { quoteMint: USDT_MINT })]);
    expect(told).toMatchObject({ source: 'DEXSCREENER', refused: null, receivedAt });
    expect(told.hardLiquidityUsd?.toFixed()).toBe('560000');
    expect(told.price?.toFixed()).toBe('2.005');
  });

  it('count only with the mint as their base, and SOL, USDC or USDT as their quote', () => {
    const honest = at('2', 50_000);
    const otherSide = at('7', 9e6, { baseMint: USDC_MINT, quoteMint: BONK });
    const lookAlike = at('7', 9e6, { baseMint: BONK.toLowerCase() });
    const soft = at('7', 9e6, { quoteMint: 'E1kvzJNxShvvWTrudokpzuc789vRiDXfXG3duCuY6ooE' });
    const others = [otherSide, lookAlike, soft];
    expect(gate([...others, honest]).price?.toFixed()).toBe('2');
    expect(gate([...others, honest]).hardLiquidityUsd?.toFixed()).toBe('50000');
    expect(gate(others).refused).toBe('NO_HARD_POOL');
  });

  it('are absent, malformed or zero, which are three things', () => {
    expect(gate([]).refused).toBe('ABSENT');
    expect(gate([tokenPool({ priceNative: null })]).refused).toBe('MALFORMED');
    expect(gate([tokenPool({ quoteReserve: null })]).refused).toBe('MALFORMED');
    expect(gate([at('0', 50_000)]).refused).toBe('ZERO');
    const silent: Told<readonly TokenPool[]> = { value: null, why: 'SILENT', receivedAt };
    expect(gatePools(BONK, silent, NO_SOL).refused).toBe('SILENT');
  });

  it('need a minimum of SOL, USDC and USDT, whatever their whole liquidity is said to be', () => {
    const thin = at('2', 19_999, { liquidityUsd: dec(2_400_000) });
    expect(gate([thin])).toMatchObject({ refused: 'THIN' });
    expect(gate([thin]).price?.toFixed()).toBe('2');
    expect(gate([at('2', 20_000)]).refused).toBeNull();
    // Many small pools together have no depth.
    expect(gate(Array.from({ length: 30 }, () => at('2', 1_999))).refused).toBe('THIN');
  });

  it('count only where somebody traded within the hour, or where that is not said', () => {
    expect(gate([at('2', 50_000, { tradesInHour: 0 })]).refused).toBe('IDLE');
    const idle = at('7', 60_000, { tradesInHour: 0 });
    expect(gate([idle, at('2', 50_000)]).price?.toFixed()).toBe('2');
    expect(gate([at('2', 50_000, { tradesInHour: null })]).refused).toBeNull();
  });

  it('hold SOL at its last accepted price, whose age they keep', () => {
    const pool = at('0.01', 500, { quoteMint: SOL_MINT, priceUsd: dec('1.503') });
    const sol = { accepted: { price: dec(150), at: before(20) }, staleMs: 60_000 };
    const told = gate([pool], sol);
    expect(told.price?.toFixed()).toBe('1.5');
    expect(told.hardLiquidityUsd?.toFixed()).toBe('75000');
    expect(told.receivedAt).toEqual(before(20));
  });

  it('are not converted by no price of SOL, or an old one', () => {
    const inSol = at('0.01', 500, { quoteMint: SOL_MINT });
    const old = { accepted: { price: dec(150), at: before(61) }, staleMs: 60_000 };
    expect(gate([inSol]).refused).toBe('UNCONVERTED');
    expect(gate([inSol], old).refused).toBe('UNCONVERTED');
    expect(gate([inSol, at('2', 50_000)], old)).toMatchObject({ refused: null, receivedAt });
  });

  it('say the same in dollars and in their quote token, or do not count', () => {
    const two = (priceUsd: string) => at('2', 50_000, { priceUsd: dec(priceUsd) });
    expect(gate([two('2.06')]).refused).toBeNull();
    expect(gate([two('2.07')]).refused).toBe('CONTRADICTS_ITSELF');
    expect(gate([two('1.94')]).refused).toBe('CONTRADICTS_ITSELF');
  });

  it('leave out one far off of four and more, however deep', () => {
    const fake = at('20', 900_000);
    const honest = [at('2', 100_000), at('2.002', 60_000), at('2.004', 80_000)];
    const told = gate([fake, ...honest]);
    expect(told.price?.toFixed()).toBe('2.002');
    expect(told.hardLiquidityUsd?.toFixed()).toBe('240000');
  });

  it('tell no price where one fake deep pool stands against all others', () => {
    expect(gate([at('20', 900_000), at('2', 100_000)]).refused).toBe('CONTRADICTS_ITSELF');
    const three = [at('20', 900_000), at('2', 100_000), at('2.002', 60_000)];
    expect(gate(three).refused).toBe('CONTRADICTS_ITSELF');
  });

  it('are not outvoted by many small ones', () => {
    const small = Array.from({ length: 5 }, () => at('20', 40_000));
    expect(gate([at('2', 1_000_000), ...small]).price?.toFixed()).toBe('2');
  });

  it('lie as wide as half of them from the price, and a thousandth at least', () => {
    expect(gate([at('2', 50_000)])).toMatchObject({ width: dec('0.001') });
    const wide = gate([at('2', 50_000), at('2.02', 40_000), at('1.98', 40_000)]);
    expect(wide).toMatchObject({ width: dec('0.01') });
  });

  it.each([
    // Seven pools were recorded: those against DITH and WIF do not count for BONK, and a thin one is off.
    [BONK, 0.000002944, 168_000],
    [WIF, 0.2043, 2_980_000],
  ])('that were recorded of %s stand near Jupiter’s price of that minute', (mint, price, hard) => {
    const text = referenceFile(
      'fixtures/dexscreener/latest-dex-tokens-bonk-wif-excerpt-2026-09-18.json',
    );
    if (text === null) return;
    const pools = (JSON.parse(text) as { pairs: RecordedPair[] }).pairs.map(recordedPool);
    const sol = { accepted: { price: dec('112.26'), at: receivedAt }, staleMs: 60_000 };
    const told = gatePools(mint, { value: pools, receivedAt }, sol);
    expect(told.refused).toBeNull();
    expect(Math.abs(Number(told.price) / price - 1)).toBeLessThan(0.003);
    expect(Math.abs(Number(told.hardLiquidityUsd) / hard - 1)).toBeLessThan(0.02);
  });
});

interface RecordedPair {
  readonly baseToken: { readonly address: string };
  readonly quoteToken: { readonly address: string };
  readonly priceNative: string;
  readonly priceUsd: string;
  readonly liquidity: { readonly quote: number };
  readonly txns: { readonly h1: { readonly buys: number; readonly sells: number } };
}

function recordedPool({
  baseToken,
  quoteToken,
  liquidity,
  txns,
  ...pair
}: RecordedPair): TokenPool {
  return tokenPool({
    ...{ baseMint: baseToken.address, quoteMint: quoteToken.address },
    ...{ priceNative: dec(pair.priceNative), priceUsd: dec(pair.priceUsd) },
    ...{ quoteReserve: dec(liquidity.quote), tradesInHour: txns.h1.buys + txns.h1.sells },
  });
}
