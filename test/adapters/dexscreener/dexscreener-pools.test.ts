import { describe, expect, it, type TestContext } from 'vitest';
import { dexscreenerHost } from '../../../server/adapters/dexscreener/dexscreener-host.ts';
import { DexscreenerPools } from '../../../server/adapters/dexscreener/dexscreener-pools.ts';
import { HandClock } from '../../support/desks/venue-account.ts';
import { MemoryLog } from '../../support/fakes/memory-log.ts';
import { recordedAnswer } from '../../support/recorded/recorded-answer.ts';
import { DexscreenerEmulator } from '../../venues/dexscreener-emulator.ts';
import { CLOUDFLARE, fakeDeepPair, otherSidePair } from '../../venues/tokens/dexscreener-wire.ts';
import { BONK, EMULATED_TOKENS, SOL, USDC, WIF } from '../../venues/tokens/emulated-token.ts';

const UNKNOWN = '7vfCXTUXx5WJV5JADk17DUJ4ksgau7utNKj4b963voxs';
const named = (mint: string) => EMULATED_TOKENS.find((token) => token.mint === mint)!;

async function scene(test: Pick<TestContext, 'onTestFinished'>, timeoutMs = 10_000) {
  const dexscreener = await DexscreenerEmulator.start();
  test.onTestFinished(() => dexscreener.close());
  const [clock, log] = [new HandClock(), new MemoryLog()];
  const host = dexscreenerHost({ baseUrl: dexscreener.url, clock, log, timeoutMs });
  return { dexscreener, clock, log, host, pools: new DexscreenerPools(host, clock) };
}

describe('the pools of a token at DexScreener', () => {
  it('are all told, with reserves, trades and age, exactly', async (test) => {
    const { pools, dexscreener, clock } = await scene(test);
    const told = await pools.poolsOf(BONK, 'POLL');
    expect(told.receivedAt).toEqual(clock.now());
    expect(told.value?.map(({ quoteMint }) => quoteMint)).toEqual([SOL, USDC]);
    const [first] = told.value!;
    expect(first).toMatchObject({ dex: 'raydium', baseMint: BONK, tradesInHour: 405 });
    expect(first!.priceUsd?.toFixed()).toBe('0.000002949');
    expect(first!.quoteReserve?.toNumber()).toBeCloseTo(1_268_385 / 4 / 120.7831, 6);
    expect(first!.createdAt).toEqual(new Date(1_775_036_809_000));
    expect(dexscreener.requests[0]!.path).toBe(`/token-pairs/v1/solana/${BONK}`);
  });

  it('are told as they are where the mint is the other side, or the depth is a fake', async (test) => {
    const { pools, dexscreener } = await scene(test);
    const other = otherSidePair(named(BONK), named(WIF));
    dexscreener.answer(BONK, [other, fakeDeepPair(named(BONK))]);
    const [swapped, fake] = (await pools.poolsOf(BONK, 'POLL')).value!;
    expect(swapped).toMatchObject({ baseMint: WIF, quoteMint: BONK });
    expect(fake!.liquidityUsd?.toNumber()).toBe(2_400_000);
    expect([SOL, USDC]).not.toContain(fake!.quoteMint);
  });

  it('leave unknown what is left out, which is not zero', async (test) => {
    const { pools, dexscreener } = await scene(test);
    const [pair] = dexscreener.honest(BONK);
    const gone = { liquidity: undefined, txns: {}, priceUsd: undefined, fdv: undefined };
    const drained = { liquidity: { usd: 0, base: 0, quote: 0 }, priceChange: {} };
    dexscreener.answer(BONK, [
      { ...pair, ...gone, pairCreatedAt: undefined },
      { ...pair, ...drained, txns: { h1: { buys: 0, sells: 0 } } },
    ]);
    const [bare, dry] = (await pools.poolsOf(BONK, 'POLL')).value!;
    const unknown = { priceUsd: null, quoteReserve: null, liquidityUsd: null };
    expect(bare).toMatchObject({ ...unknown, tradesInHour: null, createdAt: null });
    expect(dry!.quoteReserve?.isZero()).toBe(true);
    expect(dry!.tradesInHour).toBe(0);
  });

  it('have prices of any smallness', async (test) => {
    const { pools, dexscreener } = await scene(test);
    const [pair] = dexscreener.honest(BONK);
    dexscreener.answer(BONK, [{ ...pair, priceUsd: '0.000000000000002566', priceNative: 4.5e-5 }]);
    const [pool] = (await pools.poolsOf(BONK, 'POLL')).value!;
    expect(pool!.priceUsd?.toFixed()).toBe('0.000000000000002566');
    expect(pool!.priceNative?.toFixed()).toBe('0.000045');
  });

  it.for([
    ['an empty list', []],
    ['null', null],
    ['pools of another chain alone', [{ chainId: 'base' }]],
  ] as const)('are absent with %s', async ([, answer], test) => {
    const { pools, dexscreener } = await scene(test);
    const [pair] = dexscreener.honest(BONK);
    dexscreener.answer(UNKNOWN, answer?.map((fields) => ({ ...pair, ...fields })) ?? answer);
    const told = await pools.poolsOf(UNKNOWN, 'POLL');
    expect(told).toMatchObject({ value: null, why: 'ABSENT' });
  });

  it.for([
    ['a price in words', { priceUsd: 'soon' }],
    ['a price below zero', { priceUsd: '-1' }],
    ['a price of absurd size', { priceUsd: '1e90' }],
    ['a reserve in words', { liquidity: { usd: 5, quote: 'much' } }],
    ['no base token', { baseToken: undefined }],
  ] as const)(
    'lose one pool alone with %s, and are malformed without another',
    async (one, test) => {
      const { pools, dexscreener, log } = await scene(test);
      const [first, second] = dexscreener.honest(BONK);
      const spoiled = { ...first, ...one[1] };
      dexscreener.answer(BONK, [spoiled, second]);
      expect((await pools.poolsOf(BONK, 'POLL')).value).toHaveLength(1);
      expect(log.lines.join()).toContain('Rows that cannot be read are left out');
      dexscreener.answer(BONK, [spoiled]);
      expect(await pools.poolsOf(BONK, 'POLL')).toMatchObject({ value: null, why: 'MALFORMED' });
    },
  );

  it.for([
    ['SILENT', { silent: true }],
    ['SILENT', { hangUp: true }],
    ['SILENT', CLOUDFLARE],
    ['SILENT', { status: 500, text: 'Internal Server Error' }],
    ['SILENT', { status: 404, text: '' }],
    ['MALFORMED', { json: { schemaVersion: '1.0.0', pairs: [] } }],
    ['MALFORMED', { html: '<html>' }],
    ['PUT_OFF', { status: 429, text: 'Too Many Requests' }],
    ['PUT_OFF', { status: 429, json: { error: 'rate' }, headers: { 'retry-after': '30' } }],
  ] as const)('are %s at %j, without a second request', async ([why, misfortune], test) => {
    const { pools, dexscreener } = await scene(test, 300);
    dexscreener.fail(misfortune);
    expect(await pools.poolsOf(BONK, 'POLL')).toMatchObject({ value: null, why });
    expect(dexscreener.requests).toHaveLength(1);
  });

  it('are asked within 300 requests a minute, of which polls use half', async (test) => {
    const { pools, dexscreener, host } = await scene(test);
    await pools.poolsOf(SOL, 'MARK');
    const mints = Array.from({ length: 200 }, (_, n) => `${UNKNOWN.slice(0, -3)}${100 + n}`);
    const told = await Promise.all(mints.map((mint) => pools.poolsOf(mint, 'POLL')));
    const why = told.map((each) => (each.value === null ? each.why : 'TOLD'));
    expect(why.filter((each) => each === 'ABSENT')).toHaveLength(150);
    expect(why.filter((each) => each === 'PUT_OFF')).toHaveLength(50);
    expect((await pools.poolsOf(BONK, 'EXIT')).value).toHaveLength(2);
    expect(dexscreener.quota.violations).toBe(0);
    expect(host.usage()).toMatchObject({ used: 152, putOff: 50 });
  });

  it('names itself, for a firewall refuses who does not', async (test) => {
    const { pools, dexscreener } = await scene(test);
    await pools.poolsOf(SOL, 'POLL');
    expect(dexscreener.requests[0]!.headers['user-agent']).toContain('Twinbook');
  });

  it('are read from DexScreener’s own answers', async (test) => {
    const main = recordedAnswer(test, 'dexscreener/tokens-v1-solana-wsol-2026-10-05.json');
    const many = recordedAnswer(
      test,
      'dexscreener/latest-dex-tokens-bonk-wif-excerpt-2026-09-18.json',
    );
    const { pools, dexscreener } = await scene(test);
    dexscreener.answer(SOL, main);
    const [sol] = (await pools.poolsOf(SOL, 'POLL')).value!;
    expect(sol!.priceUsd?.toFixed()).toBe('120.78');
    expect(sol!.quoteReserve?.toFixed()).toBe('14133577');
    const { pairs } = many as { pairs: unknown[] };
    dexscreener.answer(BONK, pairs);
    expect((await pools.poolsOf(BONK, 'POLL')).value).toHaveLength(pairs.length);
  });
});
