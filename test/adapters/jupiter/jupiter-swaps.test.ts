import { inspect } from 'node:util';
import { describe, expect, it, type TestContext } from 'vitest';
import { JupiterClients } from '../../../server/adapters/jupiter/jupiter-clients.ts';
import { JupiterSwaps } from '../../../server/adapters/jupiter/jupiter-swaps.ts';
import { Sealed } from '../../../server/domain/sealed.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { NoOrder, type ExecuteAnswer, type SignedSwap } from '../../../server/ports/swap-orders.ts';
import { NoRoute } from '../../../server/ports/token-market.ts';
import { HandClock } from '../../support/desks/venue-account.ts';
import { MemoryLog } from '../../support/fakes/memory-log.ts';
import { JupiterEmulator } from '../../venues/jupiter-emulator.ts';
import { EmulatedChain } from '../../venues/solana/emulated-chain.ts';
import { EmulatedSwaps } from '../../venues/solana/emulated-swaps.ts';
import { named } from '../../venues/solana/accounts.ts';
import { EMULATED_TOKENS, BONK, SOL, USDC } from '../../venues/tokens/emulated-token.ts';
import type { Misfortune } from '../../venues/wire-server.ts';

const ORDER = 'GET /swap/v2/order';
const EXECUTE = 'POST /swap/v2/execute';
const TAKER = named('taker');
/** Milliseconds that a test of silence waits. */
const SHORT = 300;
const ASKED = {
  ...{ inputMint: USDC, outputMint: BONK, inAmount: 100_000_000n, slippageBps: 100 },
  taker: TAKER,
};
const SIGNED: SignedSwap = {
  ...{ signature: 'sig', bytes: new Sealed('c2lnbmVkIGJ5dGVz'), requestId: 'order-1' },
  lastValidBlockHeight: 10_150n,
};

async function scene(test: Pick<TestContext, 'onTestFinished'>, timeoutMs = 10_000) {
  const jupiter = await JupiterEmulator.start();
  test.onTestFinished(() => jupiter.close());
  const chain = new EmulatedChain();
  for (const { mint, decimals } of EMULATED_TOKENS)
    if (mint !== SOL) chain.mint(mint, { decimals });
  jupiter.trade(new EmulatedSwaps(chain));
  const [clock, log] = [new HandClock(), new MemoryLog()];
  const clients = new JupiterClients({ baseUrl: jupiter.url, clock, log, timeoutMs });
  const sent = clients.sentBy(jupiter.key);
  const access = { host: clients.of(jupiter.key), baseUrl: jupiter.url, apiKey: jupiter.key };
  return { jupiter, log, clock, sent, swaps: new JupiterSwaps({ ...access, sent, timeoutMs }) };
}

describe('an order of Jupiter', () => {
  it('is asked for with the taker, our slippage, and without makers', async (test) => {
    const { swaps, jupiter, clock } = await scene(test);
    const offer = await swaps.order(ASKED, 'ENTRY');
    expect(jupiter.requests.map(({ query }) => query)).toEqual([
      {
        ...{ inputMint: USDC, outputMint: BONK, amount: '100000000', slippageBps: '100' },
        ...{ swapMode: 'ExactIn', excludeRouters: 'jupiterz', taker: TAKER },
      },
    ]);
    expect(offer).toMatchObject({
      ...{ requestId: 'order-1', inAmount: 100_000_000n, slippageBps: 100, taker: TAKER },
      ...{ feePayer: TAKER, gasless: false, router: 'metis', lastValidBlockHeight: 10_150n },
      ...{ platformFeeBps: 10, route: ['Whirlpool'], receivedAt: clock.now() },
    });
    expect(offer.leastOutAmount).toBe((offer.outAmount * 99n) / 100n);
    expect(offer.transaction.length).toBeGreaterThan(200);
  });

  it('is asked for once more without the routers whose programs we do not sign', async (test) => {
    const { swaps, jupiter } = await scene(test);
    jupiter.swaps.tamper = ({ json }) => {
      if (jupiter.requests.length === 1) json['router'] = 'okx';
    };
    expect((await swaps.order(ASKED, 'EXIT')).router).toBe('metis');
    const excluded = jupiter.requests.map(({ query }) => query['excludeRouters']);
    expect(excluded).toEqual(['jupiterz', 'jupiterz,dflow,okx']);
  });

  it('is never shared: two who ask at once get two', async (test) => {
    const { swaps } = await scene(test);
    const both = await Promise.all([swaps.order(ASKED, 'ENTRY'), swaps.order(ASKED, 'ENTRY')]);
    expect(new Set(both.map(({ requestId }) => requestId)).size).toBe(2);
  });

  it('that cannot be built is none, with Jupiter’s reason', async (test) => {
    const { swaps, jupiter } = await scene(test);
    jupiter.swaps.tamper = ({ json }) =>
      void Object.assign(json, {
        transaction: '',
        errorCode: 1,
        errorMessage: 'Insufficient funds',
      });
    const refused = swaps.order(ASKED, 'ENTRY');
    await expect(refused).rejects.toThrow('Insufficient funds');
    await expect(refused).rejects.toBeInstanceOf(NoOrder);
  });

  it('that would bring nothing has no route', async (test) => {
    const { swaps, jupiter } = await scene(test);
    jupiter.swaps.tamper = ({ json }) => void Object.assign(json, { outAmount: '0' });
    await expect(swaps.order(ASKED, 'ENTRY')).rejects.toBeInstanceOf(NoRoute);
  });

  it.for<[string, Misfortune]>([
    ['500 in its own words', { status: 500, json: { error: 'Something unexpected occurred' } }],
    ['another shape', { json: { transaction: 'AQ==' } }],
    ['nothing', { silent: true }],
  ])('is not known after %s', async ([, misfortune], test) => {
    const { swaps, jupiter } = await scene(test, misfortune.silent ? SHORT : undefined);
    jupiter.fail(ORDER, misfortune);
    await expect(swaps.order(ASKED, 'ENTRY')).rejects.toBeInstanceOf(MarketDataUnavailable);
  });
});

describe('an execution', () => {
  const says = (json: object, status = 200): Misfortune => ({ status, json });
  it.for<[string, Misfortune, Partial<ExecuteAnswer>]>([
    ['code 0', says({ status: 'Success', code: 0, signature: 'sig' }), { said: 'SAID_LANDED' }],
    [
      'a program’s code',
      says({ status: 'Failed', code: 6001 }),
      { said: 'SAID_FAILED', code: 6001 },
    ],
    ...[-1, -2, -3, -1000, -1001, -1004, -1005, -1006, -2000, -2003].map(
      (code): [string, Misfortune, Partial<ExecuteAnswer>] => [
        `its own code ${code}`,
        says({ status: 'Failed', code }),
        { said: 'UNKNOWN', code },
      ],
    ),
    [
      '400 with a code',
      says({ code: -1, error: 'Order not found' }, 400),
      { said: 'UNKNOWN', code: -1 },
    ],
    ['success by words alone', says({ status: 'Success' }), { said: 'UNKNOWN', code: null }],
    ['500 with code 0', says({ code: 0 }, 500), { said: 'UNKNOWN' }],
    ['429', says({ code: 429, message: 'Too many requests' }, 429), { said: 'UNKNOWN' }],
    ['a page', { status: 502, html: '<html></html>' }, { said: 'UNKNOWN', code: null }],
    ['silence', { silent: true }, { said: 'UNKNOWN', code: null }],
    ['a lost connection', { hangUp: true }, { said: 'UNKNOWN', code: null }],
  ])('answered by %s is taken at its word, and sent once', async ([, misfortune, answer], test) => {
    const { swaps, jupiter, sent } = await scene(test, misfortune.silent ? SHORT : undefined);
    jupiter.fail(EXECUTE, misfortune);
    expect(await swaps.execute(SIGNED)).toMatchObject(answer);
    expect([jupiter.count(EXECUTE), sent.usage().used]).toEqual([1, 1]);
  });

  it('carries the bytes, the order and the key, and prints none of them', async (test) => {
    const { swaps, jupiter, log } = await scene(test);
    const told = await swaps.execute(SIGNED);
    const [request] = jupiter.requests;
    expect(JSON.parse(request!.body)).toEqual({
      ...{ signedTransaction: 'c2lnbmVkIGJ5dGVz', requestId: 'order-1' },
      lastValidBlockHeight: '10150',
    });
    expect(request?.headers['x-api-key']).toBe(jupiter.key);
    const shown = inspect([told, swaps, ...log.lines], { showHidden: true, depth: 9 });
    for (const secret of ['c2lnbmVk', jupiter.key]) expect(shown).not.toContain(secret);
  });
});
