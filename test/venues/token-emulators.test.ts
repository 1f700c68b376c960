import { describe, expect, it, type TestContext } from 'vitest';
import { recordedAnswer } from '../support/recorded/recorded-answer.ts';
import { DexscreenerEmulator } from './dexscreener-emulator.ts';
import { JupiterEmulator } from './jupiter-emulator.ts';
import { fakeDeepPair } from './tokens/dexscreener-wire.ts';
import { BONK, EMULATED_TOKENS, SOL, USDC } from './tokens/emulated-token.ts';

type Row = Record<string, unknown>;

async function jupiterOf({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const jupiter = await JupiterEmulator.start();
  onTestFinished(() => jupiter.close());
  const ask = async (path: string, key: string | null = jupiter.key) => {
    const headers: Record<string, string> = key === null ? {} : { 'x-api-key': key };
    const response = await fetch(`${jupiter.url}${path}`, { headers });
    return { response, json: (await response.json()) as Row };
  };
  return { jupiter, ask };
}
const keys = (row: unknown) => Object.keys(row as object).sort();
const swapQuery = `inputMint=${USDC}&outputMint=${BONK}&amount=100000000&slippageBps=50`;

describe('the emulated Jupiter', () => {
  it('answers with the fields of recorded answers', async (test) => {
    const live = recordedAnswer(test, 'jupiter/price-v3-sol-lite-2026.json') as Row;
    const quote = recordedAnswer(test, 'jupiter/docs-swap-v1-quote.json') as Row;
    const { ask } = await jupiterOf(test);
    expect(keys((await ask(`/price/v3?ids=${SOL}`)).json[SOL])).toEqual(keys(live[SOL]));
    const { json } = await ask(`/swap/v1/quote?${swapQuery}`);
    const { mostReliableAmmsQuoteReport: _, ...usual } = quote;
    expect(keys(json)).toEqual(keys(usual));
  });

  it('counts a sliding minute by key, refuses what is too much, and says until when', async (test) => {
    const { jupiter, ask } = await jupiterOf(test);
    let now = 1_800_000_000_000;
    jupiter.quota.now = () => now;
    jupiter.plans.set(jupiter.key, 2);
    const first = await ask(`/price/v3?ids=${SOL}`);
    expect(first.response.headers.get('x-ratelimit-remaining')).toBe('1');
    now += 30_000;
    await ask(`/price/v3?ids=${SOL}`);
    const third = await ask(`/price/v3?ids=${SOL}`);
    expect(third.response.status).toBe(429);
    expect(third.response.headers.get('x-ratelimit-remaining')).toBe('-1');
    expect(Number(third.response.headers.get('x-ratelimit-reset'))).toBe(1_800_000_090);
    expect((await ask(`/price/v3?ids=${SOL}`, null)).response.status).toBe(200);
    now += 61_000;
    expect((await ask(`/price/v3?ids=${SOL}`)).response.status).toBe(200);
    expect(jupiter.quota.violations).toBe(1);
  });

  it('knows no other key, and counts nothing for one', async (test) => {
    const { ask } = await jupiterOf(test);
    const { response } = await ask(`/price/v3?ids=${SOL}`, 'jup_other');
    expect(response.status).toBe(401);
    expect(response.headers.get('x-ratelimit-remaining')).toBeNull();
  });

  it('refuses 51 mints at once', async (test) => {
    const { ask } = await jupiterOf(test);
    const ids = Array.from({ length: 51 }, () => SOL).join(',');
    expect((await ask(`/price/v3?ids=${ids}`)).response.status).toBe(400);
  });

  it('is opaque by V2 and plain by V1 about what cannot be traded', async (test) => {
    const { jupiter, ask } = await jupiterOf(test);
    expect((await ask(`/swap/v2/order?${swapQuery}`)).json['transaction']).toBeNull();
    jupiter.unroutable.set(BONK, 'NO_ROUTES_FOUND');
    const v2 = await ask(`/swap/v2/order?${swapQuery}`);
    expect([v2.response.status, v2.json['error']]).toEqual([500, 'Something unexpected occurred']);
    const v1 = await ask(`/swap/v1/quote?${swapQuery}`);
    expect([v1.response.status, v1.json['errorCode']]).toEqual([400, 'NO_ROUTES_FOUND']);
  });

  it('tells a price from an older block, ten times too high, or none', async (test) => {
    const { jupiter, ask } = await jupiterOf(test);
    jupiter.now = () => 400_000;
    const entry = async () => (await ask(`/price/v3?ids=${SOL}`)).json[SOL] as Row | undefined;
    jupiter.slotsBehind = 50;
    jupiter.misprice(SOL, 10);
    expect(await entry()).toMatchObject({ blockId: 950, usdPrice: 120.7831 * 10 });
    jupiter.spoil(SOL, null);
    expect(await entry()).toBeUndefined();
    jupiter.heal();
    expect(await entry()).toMatchObject({ blockId: 1_000, usdPrice: 120.7831 });
  });
});

describe('the emulated DexScreener', () => {
  it('answers with the fields of a recorded pair, and an empty list of what it does not know', async (test) => {
    const [recorded] = recordedAnswer(
      test,
      'dexscreener/tokens-v1-solana-wsol-2026-10-05.json',
    ) as Row[];
    const dexscreener = await DexscreenerEmulator.start();
    test.onTestFinished(() => dexscreener.close());
    const ask = async (mint: string) =>
      (await (await fetch(`${dexscreener.url}/token-pairs/v1/solana/${mint}`)).json()) as Row[];
    const [pair] = await ask(BONK);
    expect(keys(pair)).toEqual(
      expect.arrayContaining(keys(recorded).filter((key) => key !== 'info')),
    );
    expect(pair?.['priceUsd']).toBe('0.000002949');
    expect(await ask(`${BONK.slice(0, -1)}x`)).toEqual([]);
    dexscreener.misprice(BONK, 10);
    expect((await ask(BONK))[0]?.['priceUsd']).toBe('0.00002949');
  });

  it('has a fake that is deep by its own word alone', () => {
    const bonk = EMULATED_TOKENS.find(({ mint }) => mint === BONK)!;
    const { liquidity, priceUsd } = fakeDeepPair(bonk) as Row;
    expect(liquidity).toMatchObject({ usd: 2_400_000 });
    expect(Number(priceUsd) / bonk.price).toBeCloseTo(4_900, -1);
  });
});
