import { describe, expect, it } from 'vitest';
import { instrumentOf } from '../../../server/domain/bars/instrument-of.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { atRisk, gainCap } from '../../../server/domain/promotion/at-risk.ts';

const entry = (symbol: string, side: 'BUY' | 'SELL', price: string, quantity = '2') => ({
  ...{ instrument: instrumentOf(symbol).instrument, side, price: dec(price) },
  ...{ quantity: dec(quantity), fees: dec('1.30') },
});
const PUT = 'SPY260327P00560000';
const CALL = 'SPY260327C00560000';

describe('what a trade has at risk', () => {
  it.each([
    ['a long share: what it cost', 'SPY', 'BUY', '500', '1001.3'],
    ['a long call: its premium', CALL, 'BUY', '3', '601.3'],
    ['a long put: its premium', PUT, 'BUY', '3', '601.3'],
    ['a short put: the strike less the premium', PUT, 'SELL', '4', '111201.3'],
  ] as const)('%s', (_, symbol, side, price, expected) => {
    expect(atRisk(entry(symbol, side, price))?.toFixed()).toBe(expected);
  });

  it.each([
    ['a short call', CALL],
    ['short shares', 'SPY'],
  ])('%s has no bound', (_, symbol) => {
    expect(atRisk(entry(symbol, 'SELL', '3'))).toBeNull();
  });
});

describe('what a trade could gain', () => {
  it('a put: what its strike allows', () => {
    expect(gainCap(entry(PUT, 'SELL', '5.6'))).toBeCloseTo(5.6 / 554.4, 12);
    expect(gainCap(entry(PUT, 'BUY', '4'))).toBeCloseTo(556 / 4, 12);
    // A put bought at its strike can only lose; a cap of 0 would prove nothing.
    expect(gainCap(entry(PUT, 'BUY', '560'))).toBe(20);
  });

  it('a share is taken to double, a call to bring twenty times its cost', () => {
    expect(gainCap(entry('SPY', 'BUY', '500'))).toBe(1);
    expect(gainCap(entry(CALL, 'BUY', '3'))).toBe(20);
  });
});
