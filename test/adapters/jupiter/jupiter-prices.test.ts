import { describe, expect, it } from 'vitest';
import { readPrice } from '../../../server/adapters/jupiter/jupiter-prices.ts';
import { ELEVEN } from '../../support/fakes/option-market.ts';
import { recordedAnswer } from '../../support/recorded/recorded-answer.ts';
import { BONK, SOL, WIF } from '../../venues/tokens/emulated-token.ts';
import { BAD_KEY, NO_ACCESS } from '../../venues/tokens/jupiter-wire.ts';
import { jupiterScene, SHORT } from './jupiter-scene.ts';

const PRICES = 'GET /price/v3';
const UNKNOWN = '7vfCXTUXx5WJV5JADk17DUJ4ksgau7utNKj4b963voxs';

describe('prices at Jupiter', () => {
  it('are told for each mint, with block, decimals and liquidity, exactly', async (test) => {
    const { market, jupiter, clock } = await jupiterScene(test);
    jupiter.now = () => 400 * 434_629_553;
    const told = await market.prices([BONK, SOL], 'POLL');
    expect([...told.keys()].sort()).toEqual([BONK, SOL].sort());
    expect(told.get(BONK)).toMatchObject({
      value: { blockId: 434_629_553, decimals: 5 },
      receivedAt: clock.now(),
    });
    expect(told.get(BONK)?.value?.price.toFixed()).toBe('0.0000029494');
    expect(told.get(SOL)?.value?.liquidityUsd?.toFixed()).toBe('664519635');
    expect(jupiter.requests[0]!.headers['x-api-key']).toBe(jupiter.key);
  });

  it('take 50 mints a request, each answer with its own time', async (test) => {
    const { market, jupiter, clock } = await jupiterScene(test);
    // The first answer gives the plan's limit, so that both batches may be sent at once.
    await market.prices([SOL], 'MARK');
    const mints = Array.from({ length: 51 }, (_, n) => `${UNKNOWN.slice(0, -2)}${10 + n}`);
    let reads = 0;
    clock.now = () => new Date((reads += 1) * 1_000);
    const told = await market.prices(mints, 'POLL');
    const times = new Set([...told.values()].map(({ receivedAt }) => receivedAt.getTime()));
    expect(jupiter.requests.slice(1).map(({ query }) => query['ids']?.split(',').length)).toEqual([
      50, 1,
    ]);
    expect(times.size).toBe(2);
  });

  it('keep absent, malformed and zero apart', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    jupiter.spoil(SOL, null);
    jupiter.spoil(BONK, { usdPrice: 0 });
    jupiter.spoil(WIF, { usdPrice: 'soon' });
    const told = await market.prices([SOL, BONK, WIF, UNKNOWN], 'POLL');
    expect(told.get(SOL)).toMatchObject({ value: null, why: 'ABSENT' });
    expect(told.get(UNKNOWN)).toMatchObject({ value: null, why: 'ABSENT' });
    expect(told.get(WIF)).toMatchObject({ value: null, why: 'MALFORMED' });
    expect(told.get(BONK)?.value?.price.isZero()).toBe(true);
  });

  it.each([
    ['a price below zero', { usdPrice: -1 }],
    ['no price', { usdPrice: undefined }],
    ['a null price', { usdPrice: null }],
    ['a price of absurd size', { usdPrice: 1e90 }],
    ['half a block', { blockId: 1.5 }],
    ['decimals in words', { decimals: 'five' }],
    ['liquidity below zero', { liquidity: -5 }],
  ])('are malformed with %s, of that mint alone', async (_, fields) => {
    const asked = [SOL, BONK];
    const good = { usdPrice: 1.5, blockId: 7, decimals: 9 };
    const json = { [SOL]: good, [BONK]: { ...good, ...fields } };
    expect(readPrice(BONK, asked, json, ELEVEN)).toMatchObject({ why: 'MALFORMED' });
    expect(readPrice(SOL, asked, json, ELEVEN).value?.price.toFixed()).toBe('1.5');
  });

  it('are the V2 shape’s when malformed, not absent', () => {
    const v2 = { data: { [SOL]: { id: SOL, price: '120.1' } }, timeTaken: 0.1 };
    expect(readPrice(SOL, [SOL], v2, ELEVEN)).toMatchObject({ why: 'MALFORMED' });
    expect(readPrice(SOL, [SOL], [], ELEVEN)).toMatchObject({ why: 'MALFORMED' });
    expect(readPrice(SOL, [SOL], {}, ELEVEN)).toMatchObject({ why: 'ABSENT' });
  });

  it('tell a mint of other case nothing', () => {
    const json = { [SOL]: { usdPrice: 1 } };
    expect(readPrice(SOL.toLowerCase(), [SOL], json, ELEVEN)).toMatchObject({ why: 'ABSENT' });
  });

  it.for([
    ['no answer in time', { silent: true }],
    ['a connection that drops', { hangUp: true }],
    ['a gateway that fails', { status: 502, html: '<html>Bad gateway</html>' }],
    ['an internal error', { status: 500, json: { error: 'Something unexpected occurred' } }],
    ['a plan without the route', NO_ACCESS],
    ['a firewall', { status: 403, text: 'Request blocked by firewall' }],
  ] as const)('are silent at %s, without a second request', async ([, misfortune], test) => {
    const { jupiter, market } = await jupiterScene(test, SHORT);
    jupiter.fail(PRICES, misfortune);
    const told = await market.prices([SOL, BONK], 'POLL');
    expect([...told.values()].map((each) => each.value ?? each.why)).toEqual(['SILENT', 'SILENT']);
    expect(jupiter.count(PRICES)).toBe(1);
  });

  it('are malformed when the answer is no JSON', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    jupiter.fail(PRICES, { html: '<html>Welcome</html>' });
    expect((await market.prices([SOL], 'POLL')).get(SOL)).toMatchObject({ why: 'MALFORMED' });
  });

  it('name a bad key in the log once, and never show it', async (test) => {
    const { market, log, jupiter } = await jupiterScene(test, { apiKey: 'jup_secret' });
    jupiter.fail(PRICES, { ...BAD_KEY, json: { code: 401, message: 'Unauthorized: jup_secret' } });
    for (let n = 0; n < 3; n += 1) {
      expect((await market.prices([SOL], 'POLL')).get(SOL)).toMatchObject({ why: 'SILENT' });
    }
    const said = log.lines.filter((line) => line.includes('UNAUTHORIZED'));
    expect(said).toHaveLength(1);
    expect(log.lines.join()).not.toContain('jup_secret');
  });

  it('are those that Jupiter’s own answers show', (test) => {
    const live = recordedAnswer(test, 'jupiter/price-v3-sol-lite-2026.json');
    const told = readPrice(SOL, [SOL], live, ELEVEN).value;
    expect(told?.price.toFixed()).toBe('77.48839495211013');
    expect(told).toMatchObject({ blockId: 434_629_553, decimals: 9 });
    const docs = recordedAnswer(test, 'jupiter/docs-price-v3.json');
    const asked = [SOL, 'JUPyiwrYJFskUPiHa7hkeR8VUtAeFoSYbKedZNsDvCN'];
    expect(readPrice(SOL, asked, docs, ELEVEN).value).toMatchObject({ liquidityUsd: null });
  });
});
