import { describe, expect, it, type TestContext } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { TokenUrgency } from '../../../server/ports/token-market.ts';
import type { SwapQuoteAsked } from '../../../server/ports/token-market.ts';
import type { TokenTrading } from '../../../server/ports/token-trading.ts';
import { BrokerBusy, BrokerRejected } from '../../../server/ports/broker.ts';
import { openSqlite } from '../../support/databases/databases.ts';
import { PaperWallets, purchase, sale, standing } from '../../support/desks/paper-wallet.ts';
import { aToken } from '../../support/values/builders.ts';
import type { Misfortune } from '../../venues/wire-server.ts';
import { BONK, EMULATED_TOKENS, SOL } from '../../venues/tokens/emulated-token.ts';
import { OPAQUE } from '../../venues/tokens/jupiter-wire.ts';
import { jupiterScene, SHORT } from '../jupiter/jupiter-scene.ts';

const ORDER = 'GET /swap/v2/order';
const QUOTE = 'GET /swap/v1/quote';
/** A hundred dollars at $0.0000029494, less 10 bps and the impact on a pool of $634,192 a side. */
const HUNDRED = purchase({ pays: dec(100), quantity: dec('33866000'), slippagePct: dec(1) });
const LIMITED: Misfortune = {
  ...{ status: 429, json: { code: 429, message: 'Rate limit exceeded' } },
  headers: { 'retry-after': '60' },
};

async function scene(test: Pick<TestContext, 'onTestFinished'>) {
  const { jupiter, market } = await jupiterScene(test, SHORT);
  const database = await openSqlite('book');
  test.onTestFinished(() => database.close());
  const wallets = new PaperWallets(database.knex);
  const quote = (asked: SwapQuoteAsked, urgency: TokenUrgency) => market.quote(asked, urgency);
  const judged: TokenTrading['judged'] = (mints) => wallets.market.judged(mints);
  const trading = Object.assign(Object.create(wallets.market) as TokenTrading, { quote, judged });
  const broker = wallets.broker({ market: trading });
  return {
    ...{ jupiter, wallets, broker },
    /** Runs `work` while a swap is on its way. */
    onTheWay: (work: () => void) => void (wallets.meanwhile = work),
    worth: (mint: string, price: number) =>
      jupiter.list({ ...EMULATED_TOKENS.find((each) => each.mint === mint)!, price }),
    place: async (submission: typeof HUNDRED) =>
      (await broker.order(await broker.place(submission)))!,
  };
}

describe('a swap on paper at Jupiter’s wire', () => {
  it('fills on the second of two quotes of its real size', async (test) => {
    const { place, onTheWay, worth, jupiter, broker } = await scene(test);
    onTheWay(() => worth(BONK, 2.96e-6));
    const order = await place(HUNDRED);
    expect(order.status).toBe('FILLED');
    const expected = (100 * 0.999 * (634_192 / 634_292)) / 2.96e-6;
    expect(order.filledQuantity.toNumber()).toBeCloseTo(expected, -1);
    expect(order.filledValue!.toFixed()).toBe('100');
    expect(jupiter.requests.map(({ query }) => [query['amount'], query['taker']])).toEqual([
      ['100000000', undefined],
      ['100000000', undefined],
    ]);
    const held = order.filledQuantity;
    onTheWay(() => worth(BONK, 2.95e-6));
    const sold = await place(sale({ quantity: held }));
    expect(sold).toMatchObject({ status: 'FILLED', filledQuantity: held });
    expect(await standing(broker)).toMatch(/^cash 99\d\d\.\d+$/);
  });

  it('is paid with SOL, and in SOL, by what SOL is worth to the desk', async (test) => {
    const { place, jupiter } = await scene(test);
    const token = aToken({ settlement: 'SOL' });
    // SOL is worth 120.7831 dollars at Jupiter, and 150 at this desk.
    const quantity = dec('27250000');
    const parts = { pays: dec(100), quantity };
    const order = await place(purchase(parts, token));
    expect(jupiter.requests[0]!.query).toMatchObject({ inputMint: SOL, amount: '666666666' });
    expect(order.filledValue!.toFixed()).toBe('99.9999999');
    const sold = await place(sale({ quantity: order.filledQuantity }, token));
    expect(jupiter.requests.at(-1)!.query['outputMint']).toBe(SOL);
    expect(sold.filledValue!.toNumber()).toBeCloseTo(99.77, 1);
  });

  it.for([
    ['V2 and V1 fail', [ORDER, OPAQUE], [QUOTE, OPAQUE]],
    ['the allowance is used up', [ORDER, LIMITED]],
    ['nothing answers', [ORDER, { silent: true }]],
  ] as const)('is not sent, and may go again, while %s', async ([, ...failing], test) => {
    const { broker, jupiter } = await scene(test);
    for (const [route, misfortune] of failing) jupiter.fail(route, misfortune);
    await expect(broker.place(HUNDRED)).rejects.toThrow(BrokerBusy);
    expect((await broker.orders()).listed).toEqual([]);
  });

  it.for(['NO_ROUTES_FOUND', 'TOKEN_NOT_TRADABLE'])(
    'is refused where V1 says %s of what V2 cannot explain',
    async (code, test) => {
      const { broker, jupiter } = await scene(test);
      jupiter.unroutable.set(BONK, code);
      const refused = broker.place(HUNDRED);
      await expect(refused).rejects.toThrow(BrokerRejected);
      await expect(refused).rejects.toThrow(/nothing routes this swap/);
      expect((await broker.orders()).listed).toEqual([]);
    },
  );

  it('goes on by V1 where V2 fails without a reason, at either quote', async (test) => {
    const { place, jupiter, onTheWay } = await scene(test);
    jupiter.fail(ORDER, OPAQUE);
    onTheWay(() => jupiter.fail(ORDER, OPAQUE));
    expect(await place(HUNDRED)).toMatchObject({ status: 'FILLED' });
    expect(jupiter.count(QUOTE)).toBe(2);
  });

  it('fails on chain as 6001 where the pool has moved on, or does not route any more', async (test) => {
    const { place, onTheWay, worth, jupiter } = await scene(test);
    onTheWay(() => worth(BONK, 2.99e-6));
    expect(await place(HUNDRED)).toMatchObject({
      status: 'REJECTED',
      rawStatus: 'failed on chain',
    });
    worth(BONK, 2.9494e-6);
    onTheWay(() => jupiter.unroutable.set(BONK, 'NO_ROUTES_FOUND'));
    const gone = await place({ ...HUNDRED, tag: 'gone' });
    expect(gone.reason).toMatch(/6001 SlippageToleranceExceeded: nothing routes it any more/);
    expect(String(gone.fees)).toBe('0.01575');
  });

  it.for([
    ['V2 and V1 fail', [ORDER, OPAQUE], [QUOTE, OPAQUE]],
    ['the allowance is used up', [ORDER, LIMITED]],
    ['nothing answers', [ORDER, { silent: true }]],
  ] as const)('never lands where %s at its second quote', async ([, ...failing], test) => {
    const { place, onTheWay, jupiter, broker } = await scene(test);
    onTheWay(() => {
      for (const [route, misfortune] of failing) jupiter.fail(route, misfortune);
    });
    const order = await place(HUNDRED);
    expect(order).toMatchObject({ status: 'REJECTED', rawStatus: 'never landed' });
    expect(await standing(broker)).toBe('cash 10000');
  });
});
