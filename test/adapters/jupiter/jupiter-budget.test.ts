import { describe, expect, it } from 'vitest';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { BONK, SOL, USDC, WIF } from '../../venues/tokens/emulated-token.ts';
import { fastTime, jupiterScene } from './jupiter-scene.ts';

const PRICES = 'GET /price/v3';
const quoteOf = (usd: number) => ({
  ...{ inputMint: USDC, outputMint: BONK, inAmount: BigInt(usd * 1e6), slippageBps: 50 },
});
const why = ({ value, why: reason }: { value: unknown; why?: string }) =>
  value === null ? reason : 'PRICED';

describe('the budget of a key at Jupiter', () => {
  it('puts off what a Free plan cannot serve, and is never refused', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    await market.prices([SOL], 'POLL');
    const marks = Array.from({ length: 80 }, (_, n) => market.quote(quoteOf(n + 1), 'MARK'));
    const polled = market.prices([WIF], 'POLL');
    const settled = await Promise.allSettled(marks);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(47);
    const [refused] = settled.flatMap((each): unknown[] =>
      each.status === 'rejected' ? [each.reason] : [],
    );
    expect(refused).toBeInstanceOf(MarketDataUnavailable);
    expect(refused).toMatchObject({ putOff: true });
    expect((await polled).get(WIF)).toMatchObject({ value: null, why: 'PUT_OFF' });
    expect(jupiter.quota.violations).toBe(0);
  });

  it('is 30 a minute without a key, which is not sent', async (test) => {
    const { market, jupiter } = await jupiterScene(test, { apiKey: null });
    await market.prices([SOL], 'POLL');
    const exits = Array.from({ length: 40 }, (_, n) => market.quote(quoteOf(n + 1), 'EXIT'));
    const settled = await Promise.allSettled(exits);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(29);
    expect(jupiter.quota.violations).toBe(0);
    expect(jupiter.requests[0]!.headers['x-api-key']).toBeUndefined();
  });

  it('grows with the plan that the answers tell', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    jupiter.plans.set(jupiter.key, 600);
    const exits = Array.from({ length: 200 }, (_, n) => market.quote(quoteOf(n + 1), 'EXIT'));
    const first = await Promise.allSettled(exits.slice(0, 1));
    expect(first[0]?.status).toBe('fulfilled');
    const settled = await Promise.allSettled(exits);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(200);
  });

  it('makes room for another server with the same key', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    const theirs = { headers: { 'x-api-key': jupiter.key } };
    for (let n = 0; n < 55; n += 1) await fetch(`${jupiter.url}/price/v3?ids=${SOL}`, theirs);
    await market.prices([SOL], 'POLL');
    const exits = Array.from({ length: 20 }, (_, n) => market.quote(quoteOf(n + 1), 'EXIT'));
    const settled = await Promise.allSettled(exits);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect(jupiter.quota.violations).toBe(0);
  });

  it('asks again once after a 429, at its reset and not before', async (test) => {
    const time = fastTime(20);
    const { market, jupiter } = await jupiterScene(test, { time });
    await market.prices([SOL], 'EXIT');
    const reset = Math.ceil(time.now() / 1_000) + 5;
    const limits = { 'x-ratelimit-reset': String(reset), 'x-ratelimit-remaining': '-1' };
    const json = { code: 429, message: '[API Gateway] Too many requests' };
    jupiter.fail(PRICES, { status: 429, json, headers: limits });
    const exit = market.prices([WIF], 'EXIT').then((told) => [why(told.get(WIF)!), time.now()]);
    await until(() => jupiter.count(PRICES) === 2);
    await until(() => jupiter.requests[1]!.status === 429);
    await new Promise((resolve) => setTimeout(resolve, 20));
    // Many other requests are put off here, and never reach Jupiter.
    const polls = await Promise.all(
      Array.from({ length: 20 }, () => market.prices([BONK], 'POLL')),
    );
    expect(polls.map((told) => why(told.get(BONK)!))).toEqual(Array(20).fill('PUT_OFF'));
    expect(jupiter.count(PRICES)).toBe(2);
    const [outcome, at] = await exit;
    expect(outcome).toBe('PRICED');
    expect(at).toBeGreaterThanOrEqual(reset * 1_000);
    expect(jupiter.count(PRICES)).toBe(3);
  });

  it.for([
    ['a body of the older gateway', { json: { statusCode: 429, error: 'Too Many Requests' } }],
    ['a body without JSON', { text: 'Too many requests' }],
  ] as const)('puts a poll off at a 429 with %s', async ([, body], test) => {
    const { market, jupiter } = await jupiterScene(test);
    jupiter.fail(PRICES, { status: 429, ...body });
    expect(why((await market.prices([SOL], 'POLL')).get(SOL)!)).toBe('PUT_OFF');
    expect(jupiter.count(PRICES)).toBe(1);
  });

  it('asks one question once, however many wait for it', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    const told = await Promise.all([
      ...[market.prices([SOL, WIF], 'POLL'), market.prices([WIF, SOL, WIF], 'POLL')],
      market.prices([SOL, WIF], 'POLL'),
    ]);
    expect(jupiter.count(PRICES)).toBe(1);
    expect(told.map((each) => each.get(WIF)?.value?.decimals)).toEqual([6, 6, 6]);
  });

  it('is one for all who share a key, and another for each other key', async (test) => {
    const { clients, jupiter } = await jupiterScene(test);
    expect(clients.of(jupiter.key)).toBe(clients.of(jupiter.key));
    expect(clients.of(null)).not.toBe(clients.of(jupiter.key));
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 400) throw new Error('It never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
