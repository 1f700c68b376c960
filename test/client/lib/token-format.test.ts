import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketPrice } from '../../../client/lib/asset-class.ts';
import { Exact, floored, typed } from '../../../client/lib/exact.ts';
import {
  editable,
  money,
  price,
  quantity,
  said,
  slimQuantity,
  tokenPrice,
} from '../../../client/lib/format.ts';
import { contract, expiryLine, isMint, root, symbolName } from '../../../client/lib/instrument.ts';

const MINT = 'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263';
/** Numbers from 10^18 down to 10^-18, with up to 18 digits. */
const positive = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 18n }), fc.integer({ min: -18, max: 0 }))
  .map(([digits, exponent]) => new Exact(digits.toString()).times(new Exact(10).pow(exponent)));
const millions = { M: 1e6, B: 1e9, T: 1e12 };

/** The number that a reader understands from a figure. */
function read(text: string): Exact {
  const [, digits = '', suffix = ''] = /^([\d.,]+)([MBT]?)$/.exec(text) ?? [];
  const unit = suffix ? millions[suffix as 'M'] : 1;
  return (typed(digits) ?? new Exact(NaN)).times(unit);
}

function isNear(shown: Exact, real: Exact, digits: number): boolean {
  return shown
    .minus(real)
    .abs()
    .div(real)
    .lte(new Exact(10).pow(1 - digits));
}

describe('a positive figure', () => {
  it.each([
    ['price', price, 6],
    ['tokenPrice', tokenPrice, 4],
    ['money', money, 2],
    ['slimQuantity', slimQuantity, 4],
  ])('is never shown as 0, and reads back within its digits: %s', (_, write, digits) => {
    fc.assert(
      fc.property(positive, (value) => {
        const shown = read(write(value));
        expect(shown.gt(0)).toBe(true);
        expect(isNear(shown, value, digits)).toBe(true);
      }),
    );
  });

  it('reads back exactly from a field, and as a whole quantity', () => {
    fc.assert(
      fc.property(positive, (value) => {
        for (const write of [editable, quantity]) expect(read(write(value)).eq(value)).toBe(true);
      }),
    );
  });

  it('is never shown as more than there is, when it is a quantity', () => {
    fc.assert(fc.property(positive, (value) => read(slimQuantity(value)).lte(value)));
  });
});

it('writes a market price with four digits that count, however small it is', () => {
  const written = ['168.421', '0.21134', '0.000022184', '1234567.8', '0', null].map((each) =>
    tokenPrice(each),
  );
  expect(written).toEqual(['168.42', '0.2113', '0.00002218', '1,234,567.80', '0.00', '—']);
});

it('writes typed prices and fills with all digits that matter', () => {
  const written = ['0.0000123456789', '0.00000000000456', '0.9', '12.345678'].map((each) =>
    price(each),
  );
  expect(written).toEqual(['0.0000123457', '0.00000000000456', '0.90', '12.345678']);
});

it('writes dollars to the cent, and less by what counts', () => {
  const written = ['1672.401234', '-0.7472817', '0.000714123', '0'].map((each) => money(each));
  expect(written).toEqual(['1,672.40', '\u22120.75', '0.00071', '0.00']);
});

it('shortens a quantity, and never past what there is', () => {
  const written = ['3546704.87177', '1850.123456', '0.000001', '-120'].map((each) =>
    slimQuantity(each),
  );
  expect(written).toEqual(['3.546M', '1,850.12', '0.000001', '\u2212120']);
  expect(floored(new Exact('47.0743539'), 6).toFixed()).toBe('47.074353');
});

describe('a token', () => {
  const token = {
    ...{ symbol: MINT, underlying: MINT, assetClass: 'TOKEN' as const },
    ...{ ticker: 'bonk', settlementToken: 'SOL' as const },
  };

  it('is named by its ticker in its own case, and its mint by its ends', () => {
    expect(`${root(token)} ${contract(token)}`).toBe('bonk DezX…B263');
    expect(expiryLine(token, 0)).toBe('Solana token · SOL');
    expect(root({ ...token, ticker: null })).toBe('token');
  });

  it('is priced as its market says it, a share as it was agreed', () => {
    expect(marketPrice(token, '0.000022184')).toBe('0.00002218');
    expect(marketPrice({ assetClass: 'EQUITY' }, '0.9040')).toBe('0.904');
    expect(marketPrice(token, null)).toBe('—');
  });

  it('is told by the ends of its mint in a sentence of the server', () => {
    expect(said(`Only the desk holds the stop of ${MINT}, of ${'a'.repeat(64)}.`)).toBe(
      `Only the desk holds the stop of DezX…B263, of ${'a'.repeat(64)}.`,
    );
  });

  it('is told from a ticker by its mint, whose case counts', () => {
    expect([MINT, 'SPY', 'SPY260327C00560000', `${MINT}0`].map(isMint)).toEqual([
      ...[true, false, false, false],
    ]);
    const options = ['SPY260327C00560000', 'TSLA270115P00367500'];
    expect([MINT, ...options].map(symbolName)).toEqual(['DezX…B263', 'SPY 560 C', 'TSLA 367.50 P']);
    const strike = { symbol: options[1]!, assetClass: 'OPTION', strike: '367.5' } as const;
    expect(contract({ ...strike, right: 'PUT' })).toBe('367.50 P');
  });
});
