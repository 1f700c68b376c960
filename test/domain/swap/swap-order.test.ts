import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import { readSwap } from '../../../server/domain/swap/swap-order.ts';
import { AAPL, anOrder, aToken } from '../../support/values/builders.ts';

const buy = (parts: Partial<Order> = {}): Order =>
  anOrder({
    ...{ side: 'BUY', type: 'MARKET', limitPrice: null, quantity: dec('1000000.5') },
    ...{ slippagePct: dec(1), pays: dec(3) },
    ...parts,
  });
const read = (parts: Partial<Order>, shape = 'SINGLE', instrument: object = aToken()) =>
  readSwap({ shape, instrument: instrument as ReturnType<typeof aToken>, orders: [buy(parts)] });
const why = (...asked: Parameters<typeof read>) => {
  const told = read(...asked);
  return 'why' in told ? told.why : null;
};

describe('a swap', () => {
  it('is read from a single MARKET or LIMIT order of a token', () => {
    const { token, quantity, pays } = { token: aToken(), quantity: dec('1000000.5'), pays: dec(3) };
    const swap = { token, quantity, pays, slippagePct: dec(1), limitPrice: null };
    expect(read({})).toEqual({ swap });
    const limit = { type: 'LIMIT', limitPrice: dec('0.000003') } as const;
    expect(read(limit)).toEqual({ swap: { ...swap, limitPrice: dec('0.000003') } });
    expect(read({ side: 'SELL' })).toEqual({ swap: { ...swap, pays: null } });
  });

  it.each([
    ['an option or a share', why({}, 'SINGLE', AAPL), /no token/],
    ['a bracket', why({}, 'OTOCO'), /single order/],
    ['a stop', why({ type: 'STOP', stopPrice: dec(1) }), /STOP does not/],
    ['a limit without a price', why({ type: 'LIMIT' }), /at its limit/],
    ['a side of options', why({ side: 'BUY_TO_OPEN' }), /bought or sold/],
    ['more decimals than the mint', why({ quantity: dec('0.000001') }), /5 decimals/],
    ['no slippage', why({ slippagePct: null }), /slippage/],
    ['all of it as slippage', why({ slippagePct: dec(100) }), /slippage/],
    ['a purchase that pays nothing', why({ pays: null }), /pays/],
  ])('is not made of %s', (_, told, words) => {
    expect(told).toMatch(words);
  });

  it('is not made of two orders', () => {
    const orders = [buy(), buy()];
    expect(readSwap({ shape: 'SINGLE', instrument: aToken(), orders })).toHaveProperty('why');
  });
});
