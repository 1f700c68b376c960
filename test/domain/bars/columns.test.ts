import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf } from '../../../server/domain/bars/bar-columns.ts';
import { BarsBuilder } from '../../../server/domain/bars/bars-builder.ts';
import { QuotesBuilder } from '../../support/values/quotes-builder.ts';
import { readUnits } from '../../../server/domain/bars/units.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { quotesOf } from '../../support/values/backtests.ts';

const bar = { open: '1', high: '2', low: '0.5', close: '1.5', volume: null };

describe('a number of a column', () => {
  it('is read exactly, in any form', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 18 }),
        fc.boolean(),
        (whole, digits, exponent) => {
          const value = dec(whole).div(dec(10).pow(digits));
          const text = exponent ? value.toExponential() : value.toFixed();
          const read = readUnits(text)!;
          expect(dec(read.units).div(dec(10).pow(read.digits)).toFixed()).toBe(value.toFixed());
          expect(read.digits).toBe(value.decimalPlaces());
        },
      ),
    );
  });

  it.each([
    '',
    '.',
    '1,5',
    '1.2.3',
    '0x10',
    'NaN',
    ' 1',
    '1e',
    '12345678901234567890',
    '1e-19',
    '1000000000000001',
    '-',
    '--1',
  ])('is not %j', (text) => {
    expect(readUnits(text)).toBeNull();
  });
});

describe('columns of bars', () => {
  it('grow to the decimal places of every price, and stay exact', () => {
    const builder = new BarsBuilder('BONK', 'ONE_MINUTE');
    builder.add({ ...bar, at: 1, volume: '10' });
    builder.add({
      at: 2,
      open: '0.00001333',
      high: '1.333e-5',
      low: '0.0000133',
      close: '0.00001331',
      volume: '2.5',
    });
    const { digits, open, low, volume, volumeDigits } = builder.build(true);
    expect([digits, ...open, ...low]).toEqual([8, 1e8, 1333, 5e7, 1330]);
    expect([volumeDigits, ...volume]).toEqual([1, 100, 25]);
    expect(open.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(numberOf(1333, 8)).toBe(0.00001333);
  });

  it.each([
    ['at', { at: 5 }, 'The time is there twice.'],
    ['at', { at: 4 }, 'The time is not in order.'],
    ['open', { open: 'x' }, 'It is no number that can be held exactly.'],
    ['close', { close: '0' }, 'A price is more than 0.'],
    ['low', { low: '-1' }, 'A price is more than 0.'],
    ['high', { high: '1.4' }, 'It is below another price of the bar.'],
    ['low', { low: '1.2' }, 'It is above another price of the bar.'],
    [
      'open',
      { open: '1.00000000000001' },
      'It has more digits than can be held exactly beside the others.',
    ],
  ] as const)('refuse a wrong %s and keep what they had', (field, wrong, reason) => {
    const builder = new BarsBuilder('SPY', 'ONE_MINUTE');
    builder.add({ ...bar, at: 5, high: '900000', open: '800000', close: '800000' });
    expect(builder.add({ ...bar, at: 6, ...wrong })).toEqual({ field, reason });
    expect(builder.add({ ...bar, at: 7 })).toBeNull();
    const built = builder.build();
    expect([...built.at]).toEqual([5, 7]);
    expect(numberOf(built.open[1]!, built.digits)).toBe(1);
  });
});

describe('a table of quotes', () => {
  it('is by time, and by symbol at one time, whatever order the rows came in', () => {
    const table = quotesOf([
      { symbol: 'QQQ', at: 2, bid: '1.5', ask: '1.51' },
      { symbol: 'QQQ', at: 3, bid: '1', ask: null },
      { symbol: 'AAPL', at: 2, bid: '0.001', ask: '2', iv: 0.2 },
    ]);
    expect(table.symbols).toEqual(['AAPL', 'QQQ']);
    expect([[...table.at], [...table.symbol], [...table.bid]]).toEqual([
      [2, 2, 3],
      [0, 1, 1],
      [1, 1500, 1000],
    ]);
    expect([...table.ask]).toEqual([2000, 1510, Number.NaN]);
    expect([[...table.iv!], table.delta]).toEqual([[0.2, Number.NaN, Number.NaN], null]);
  });

  it('refuses a bid above the ask, and time that goes back within a symbol', () => {
    const builder = new QuotesBuilder();
    expect(builder.add({ symbol: 'A', at: 2, bid: '1', ask: '1' })).toBeNull();
    expect(builder.add({ symbol: 'A', at: 3, bid: '1.01', ask: '1' })).toEqual({
      field: 'bid',
      reason: 'It is above the ask.',
    });
    expect(builder.add({ symbol: 'A', at: 1, bid: '1', ask: '1' })!.field).toBe('at');
    expect(builder.add({ symbol: 'B', at: 1, bid: '1', ask: '1' })).toBeNull();
    expect(builder.length).toBe(2);
  });
});
