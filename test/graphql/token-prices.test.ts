import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintNumber } from '../support/desks/price-scene.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';
import { BONK, WIF } from '../support/values/price-rounds.ts';

let desk: SimulatedDesk;
let ada: string;
let demo: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  ada = await desk.api.signUp('ada');
  const { startDemo } = await desk.ask<{ startDemo: { token: string } }>(
    '',
    'mutation { startDemo { token } }',
  );
  demo = startDemo.token;
  desk.tokenPrices.markets.solana.priceOf.set(BONK, '0.00002');
  desk.tokenPrices.markets.simulated.priceOf.set(WIF, '7');
});
afterAll(() => desk.close());

const PRICE = `query($token: String!) { priceInfo(token: $token) { token price width confidence asOf
  parts { name score cause } sources { source price receivedAt liquidityUsd accepted reason }
  verdicts { action allowed reason } } }`;

interface Price {
  readonly token: string;
  readonly price: string | null;
  readonly confidence: number;
  readonly parts: readonly { readonly name: string; readonly cause: string }[];
  readonly sources: readonly { readonly source: string }[];
  readonly verdicts: readonly { readonly action: string; readonly allowed: boolean }[];
}
const priceOf = async (token: string, as = ada) =>
  (await desk.ask<{ priceInfo: Price }>(as, PRICE, { token })).priceInfo;
const refusal = async (token: string, as = ada) => {
  const { code, field } = await desk.api.ask(PRICE, { token: as, variables: { token } });
  return [code, field];
};

describe('priceInfo', () => {
  it('answers the first question with a whole round, and an honest token’s entry within 20', async () => {
    const first = await priceOf(` ${BONK} `);
    expect(first).toMatchObject({ token: BONK, verdicts: { length: 4 }, parts: { length: 5 } });
    expect(first.price?.slice(0, 7)).toBe('0.00002');
    expect(first.sources.map(({ source }) => source)).toEqual(['JUPITER', 'DEXSCREENER', 'QUOTE']);
    expect(first.parts.map(({ cause }) => cause).filter((cause) => cause === '')).toEqual([]);
    await desk.tokenPrices.rounds(20);
    const later = await priceOf(BONK);
    expect(later.confidence).toBeGreaterThanOrEqual(0.7);
    expect(later.verdicts.filter(({ allowed }) => !allowed)).toEqual([]);
  });

  it('refuses what is no mint', async () => {
    const wrong = [
      '',
      'spy',
      'ZZZZQ',
      BONK.toLowerCase(),
      `${BONK}1`,
      BONK.slice(2),
      'x'.repeat(9_000),
    ];
    for (const text of wrong) expect(await refusal(text)).toEqual(['BAD_USER_INPUT', 'token']);
  });

  it('serves a demo user the simulated market alone, and nobody else any of it', async () => {
    expect((await priceOf(WIF, demo)).price).not.toBeNull();
    expect((await priceOf(WIF)).price).toBeNull();
    expect((await priceOf(BONK, demo)).price).toBeNull();
    await desk.tokenPrices.rounds(3);
    expect((await priceOf(WIF)).price).toBeNull();
    expect((await priceOf(BONK, demo)).price).toBeNull();
    const { solana, simulated } = desk.tokenPrices.markets;
    expect(solana.asked.index.flat()).toContain(WIF);
    expect(simulated.asked.index.flat()).toContain(WIF);
  });

  it('watches 100 tokens a user, and refuses one more', async () => {
    const bob = await desk.api.signUp('bob');
    for (let n = 0; n < 100; n += 1) await priceOf(mintNumber(n), bob);
    expect(await refusal(mintNumber(100), bob)).toEqual(['BAD_USER_INPUT', 'token']);
    expect((await priceOf(mintNumber(5), bob)).token).toBe(mintNumber(5));
    expect((await priceOf(mintNumber(100))).token).toBe(mintNumber(100));
  });
});

describe('watchedTokens', () => {
  const WATCHED = `{ watchedTokens { mint ticker name decimals verified warnings info { token price } } }`;
  const watched = async (as: string) =>
    (await desk.ask<{ watchedTokens: { mint: string }[] }>(as, WATCHED)).watchedTokens;

  it('lists the caller’s own tokens with what is known of them', async () => {
    const eve = await desk.api.signUp('eve');
    expect(await watched(eve)).toEqual([]);
    await priceOf(BONK, eve);
    expect(await watched(eve)).toMatchObject([
      { mint: BONK, ticker: 'DezX', decimals: 6, warnings: [], info: { token: BONK } },
    ]);
    const unknown = mintNumber(200);
    await priceOf(unknown, eve);
    const [, other] = await watched(eve);
    expect(other).toMatchObject({ mint: unknown, ticker: null, info: { price: null } });
    expect((other as unknown as { warnings: string[] }).warnings).not.toEqual([]);
  });
});

describe('of options and shares', () => {
  const SOURCES =
    'token price width sources { source bid ask price accepted } verdicts { allowed }';

  it('priceInfo and judgedQuotes tell what the caller’s venue quotes', async () => {
    const option = await desk.optionSymbol();
    const { judgedQuotes } = await desk.ask<{ judgedQuotes: Price[] }>(
      ada,
      `query($s: [String!]!) { judgedQuotes(symbols: $s) { ${SOURCES} } }`,
      { s: [option, 'SPY'] },
    );
    expect(judgedQuotes).toMatchObject([
      { token: option, sources: [{ source: 'SIMULATED', accepted: true }] },
      { token: 'SPY', sources: [{ source: 'SIMULATED', accepted: true }] },
    ]);
    expect(judgedQuotes.flatMap(({ verdicts }) => verdicts.map(({ allowed }) => allowed))).toEqual(
      Array(8).fill(true),
    );
    const share = await priceOf('SPY');
    expect(share.price).toBe(judgedQuotes[1]!.price);
    expect(share.parts.map(({ name }) => name)).toEqual(
      (await priceOf(BONK)).parts.map(({ name }) => name),
    );
  });

  it('judgedQuotes refuses what is neither, and more than ten', async () => {
    for (const symbols of [['SPY', 'spy'], [BONK], ['ZZZZQ'], Array<string>(11).fill('SPY')]) {
      const query = 'query($s: [String!]!) { judgedQuotes(symbols: $s) { price } }';
      const answer = await desk.api.ask(query, { token: ada, variables: { s: symbols } });
      expect([answer.code, answer.field]).toEqual(['BAD_USER_INPUT', 'symbols']);
    }
  });
});

describe('refusedPrices', () => {
  const REFUSED = `{ refusedPrices { mint ticker source price reason since until rounds } }`;
  const refused = async (as: string) =>
    (await desk.ask<{ refusedPrices: object[] }>(as, REFUSED)).refusedPrices;

  it('tells which sources did not count in the caller’s tokens, how long, and why', async () => {
    const zoe = await desk.api.signUp('zoe');
    expect(await refused(zoe)).toEqual([]);
    const unknown = mintNumber(400);
    await priceOf(unknown, zoe);
    await desk.tokenPrices.rounds(2);
    const told = await refused(zoe);
    expect(told).toContainEqual({
      ...{ mint: unknown, ticker: null, source: 'JUPITER', price: null },
      reason: 'It answered and knows no price.',
      since: expect.any(String) as string,
      until: desk.clock.now().toISOString(),
      rounds: 3,
    });
    for (const other of [demo, ada])
      expect(await refused(other)).not.toContainEqual(expect.objectContaining({ mint: unknown }));
  });
});

describe('tokenPools', () => {
  const POOLS = `query($token: String!) { tokenPools(token: $token) {
    receivedAt pools { address dex against price hardUsd claimedUsd accepted reason } } }`;

  it('shows each pool of a watched token, without a request of its own', async () => {
    const { solana } = desk.tokenPrices.markets;
    await priceOf(BONK);
    await desk.tokenPrices.rounds(1);
    const before = solana.asked.pools.length;
    const { tokenPools } = await desk.ask<{ tokenPools: { pools: object[] } }>(ada, POOLS, {
      token: BONK,
    });
    expect(tokenPools.pools).toMatchObject([
      {
        dex: 'orca',
        price: expect.stringMatching(/^0\.00002/) as string,
        accepted: true,
        reason: null,
      },
    ]);
    expect(solana.asked.pools.length).toBe(before);
  });

  it('answers for a token that the caller watches, and for no other', async () => {
    const answer = await desk.api.ask(POOLS, { token: ada, variables: { token: mintNumber(300) } });
    expect([answer.code, answer.field]).toEqual(['BAD_USER_INPUT', 'token']);
  });
});

describe('history', () => {
  const HISTORY = `query($token: String!, $from: DateTime!, $to: DateTime) {
    priceHistory(token: $token, from: $from, to: $to) { at price confidence agreement coverage } }`;
  const CANDLES = `query($s: String!, $i: CandleInterval!, $from: DateTime!) {
    candles(symbol: $s, interval: $i, from: $from) { at open high low close volume } }`;
  interface Point {
    readonly at: string;
    readonly price: string | null;
    readonly confidence: number;
  }

  it('gives confidence and price over time, thinned to some hundred points', async () => {
    const from = desk.clock.now();
    const { markets, rounds } = desk.tokenPrices;
    await rounds(12);
    markets.solana.priceOf.set(BONK, '0.000021');
    await rounds(12);
    const ask = async (since: Date, to?: Date) =>
      (await desk.ask<{ priceHistory: Point[] }>(ada, HISTORY, { token: BONK, from: since, to }))
        .priceHistory;
    const points = await ask(from);
    expect(points.length).toBeGreaterThanOrEqual(4);
    expect(points[0]!.price?.slice(0, 7)).toBe('0.00002');
    expect(points.at(-1)!.price?.slice(0, 8)).toBe('0.000021');
    expect(points.every(({ confidence }) => confidence > 0.5)).toBe(true);
    const candles = async (i: string) =>
      (await desk.ask<{ candles: { volume: null }[] }>(ada, CANDLES, { s: BONK, i, from })).candles;
    const minutes = await candles('ONE_MINUTE');
    expect(minutes.length).toBe(points.length);
    expect(minutes[0]!.volume).toBeNull();
    const [hour] = await candles('ONE_HOUR');
    expect(hour).toMatchObject({ high: '0.000021' });
    const [day] = (await candles('ONE_DAY')) as unknown as { at: string }[];
    expect(day!.at).toBe('2026-03-10T04:00:00.000Z');
  });

  it('refuses a range that ends before it begins, or is too long', async () => {
    const now = desk.clock.now().getTime();
    for (const from of [now + 1, now - 15 * 86_400_000]) {
      const variables = { token: BONK, from: new Date(from).toISOString() };
      const { code, field } = await desk.api.ask(HISTORY, { token: ada, variables });
      expect([code, field]).toEqual(['BAD_USER_INPUT', 'to']);
    }
  });
});
