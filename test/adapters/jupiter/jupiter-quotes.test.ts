import { describe, expect, it } from 'vitest';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { NoRoute, type SwapQuoteAsked } from '../../../server/ports/token-market.ts';
import { referenceFile } from '../../support/recorded/reference-file.ts';
import { BONK, SOL, USDC } from '../../venues/tokens/emulated-token.ts';
import { BAD_KEY, NO_ACCESS, OPAQUE } from '../../venues/tokens/jupiter-wire.ts';
import { jupiterScene, SHORT } from './jupiter-scene.ts';

const ORDER = 'GET /swap/v2/order';
const QUOTE = 'GET /swap/v1/quote';

const buy = (usd: number, outputMint = BONK): SwapQuoteAsked => ({
  ...{ inputMint: USDC, outputMint, inAmount: BigInt(usd * 1e6), slippageBps: 50 },
});

describe('a quote of Jupiter', () => {
  it('is of the size asked, without a taker or makers, and says the least that arrives', async (test) => {
    const { market, jupiter, clock } = await jupiterScene(test);
    const quote = await market.quote(buy(100), 'ENTRY');
    expect(jupiter.requests.map(({ query }) => query)).toEqual([
      {
        ...{ inputMint: USDC, outputMint: BONK, amount: '100000000', slippageBps: '50' },
        ...{ swapMode: 'ExactIn', excludeRouters: 'jupiterz' },
      },
    ]);
    // $100 into a pool of $634,192 a side, at $0.0000029494, less 10 bps.
    expect(Number(quote.outAmount)).toBeCloseTo((1e5 * 100 * 0.999 * 0.99984) / 2.9494e-6, -8);
    expect(quote.leastOutAmount).toBe((quote.outAmount * 9_950n) / 10_000n);
    expect(quote).toMatchObject({ ...buy(100), platformFeeBps: 10, route: ['Whirlpool'] });
    expect(quote.receivedAt).toEqual(clock.now());
  });

  it('states its impact in percent points, a loss positive, by V2 as by V1', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    const large = buy(70_000);
    const byV2 = await market.quote(large, 'ENTRY');
    jupiter.fail(ORDER, { status: 404, json: { message: 'no Route matched' } });
    const byV1 = await market.quote(large, 'ENTRY');
    expect(jupiter.count(QUOTE)).toBe(1);
    expect(byV2.impactPct.toNumber()).toBeCloseTo(9.9405, 3);
    expect(byV1.impactPct.toNumber()).toBeCloseTo(9.9405, 3);
    expect(byV1).toMatchObject({ ...large, platformFeeBps: 0 });
  });

  it('is refused when V2 gives the ratio for percent points', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    jupiter.impactAsRatio = true;
    const refused = market.quote(buy(70_000), 'ENTRY');
    await expect(refused).rejects.toThrow('two different impacts');
    await expect(refused).rejects.toBeInstanceOf(MarketDataUnavailable);
  });

  it('asks V1 when V2 fails without a reason, and takes its quote', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    jupiter.fail(ORDER, OPAQUE);
    expect((await market.quote(buy(100), 'EXIT')).outAmount).toBeGreaterThan(0n);
    expect([jupiter.count(ORDER), jupiter.count(QUOTE)]).toEqual([1, 1]);
  });

  it.for(['NO_ROUTES_FOUND', 'TOKEN_NOT_TRADABLE', 'COULD_NOT_FIND_ANY_ROUTE'])(
    'is no route when V1 says %s after V2’s opaque error',
    async (code, test) => {
      const { market, jupiter } = await jupiterScene(test);
      jupiter.unroutable.set(BONK, code);
      await expect(market.quote(buy(100), 'EXIT')).rejects.toBeInstanceOf(NoRoute);
      expect(jupiter.count(ORDER)).toBe(1);
    },
  );

  it('is no route for dust, and where nothing would come out', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    const dust = { inputMint: BONK, outputMint: USDC, inAmount: 1n, slippageBps: 50 };
    await expect(market.quote(dust, 'EXIT')).rejects.toBeInstanceOf(NoRoute);
    jupiter.leastUsd = 0;
    await expect(market.quote(dust, 'EXIT')).rejects.toBeInstanceOf(NoRoute);
  });

  it.for([
    ['V2 is opaque and V1 fails too', [ORDER, OPAQUE], [QUOTE, OPAQUE]],
    ['it does not answer', [ORDER, { silent: true }]],
    ['the gateway fails', [ORDER, { status: 503, html: '<html>' }]],
    ['the key is bad', [ORDER, BAD_KEY]],
    ['the plan has no quotes', [ORDER, NO_ACCESS]],
    ['V1 refuses for another reason', [ORDER, OPAQUE], [QUOTE, { status: 400, text: 'Bad' }]],
  ] as const)('is unavailable, not without a route, when %s', async ([, ...failing], test) => {
    const { market, jupiter } = await jupiterScene(test, SHORT);
    for (const [route, misfortune] of failing) jupiter.fail(route, misfortune);
    const refused = market.quote(buy(100), 'EXIT');
    await expect(refused).rejects.toBeInstanceOf(MarketDataUnavailable);
    await expect(refused).rejects.toMatchObject({ putOff: false });
  });

  it.for([
    ['another input', { inputMint: SOL }],
    ['another output', { outputMint: SOL }],
    ['another size', { inAmount: '99' }],
    ['more slippage', { slippageBps: 300 }],
    ['a least beyond what it gives', { otherAmountThreshold: '9999999999999999' }],
    ['an amount with a fraction', { outAmount: '1.5' }],
    ['no impact', { priceImpact: undefined }],
  ] as const)('is refused with %s', async ([, fields], test) => {
    const { market, jupiter } = await jupiterScene(test);
    await market.quote(buy(100), 'ENTRY');
    const honest = await fetch(`${jupiter.url}/swap/v2/order?${query(buy(100))}`);
    const json = { ...((await honest.json()) as object), ...fields };
    jupiter.fail(ORDER, { json });
    await expect(market.quote(buy(100), 'ENTRY')).rejects.toBeInstanceOf(MarketDataUnavailable);
  });

  it('is read from Jupiter’s own answers', async (test) => {
    const order = referenceFile(
      'fixtures/jupiter/order-v2-usdc-jlp-okx-with-transaction-2026-05.json',
    );
    const v1 = referenceFile('fixtures/jupiter/quote-v1-sol-cash-2026-10.json');
    const { market, jupiter } = await jupiterScene(test);
    if (order === null || v1 === null) return test.skip();
    jupiter.fail(ORDER, { json: JSON.parse(order) });
    const jlp = '27G8MtK7VtTcCHkpASjSDdkWWYfoqT6ggEuKidVJidD4';
    const byV2 = await market.quote({ ...buy(0.1, jlp) }, 'ENTRY');
    expect([byV2.outAmount, byV2.leastOutAmount]).toEqual([25_340n, 25_213n]);
    // More came out than went in, by dollars: a gain.
    expect(byV2.impactPct.toFixed(4)).toBe('-0.6420');

    jupiter.fail(ORDER, { status: 404, text: '' });
    jupiter.fail(QUOTE, { json: JSON.parse(v1) });
    const cash = 'CASHx9KJUStyftLFWGvEVf59SGeG9sh5FfcnZMVPCASH';
    const small = { inputMint: SOL, outputMint: cash, inAmount: 10_000_000n, slippageBps: 50 };
    const byV1 = await market.quote(small, 'ENTRY');
    expect(byV1.impactPct.toFixed(6)).toBe('0.002994');
    expect(byV1.route).toEqual(['Meteora DLMM', 'AlphaQ']);
  });
});

function query({ inputMint, outputMint, inAmount, slippageBps }: SwapQuoteAsked): string {
  const fields = { inputMint, outputMint, amount: String(inAmount) };
  return new URLSearchParams({ ...fields, slippageBps: String(slippageBps) }).toString();
}
