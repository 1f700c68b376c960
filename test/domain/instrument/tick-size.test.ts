import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { Equity, Instrument } from '../../../server/domain/instrument/instrument.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { onTick, roundToTick, tickSize } from '../../../server/domain/instrument/tick-size.ts';

describe('the tick size', () => {
  it.each([
    ['SPY', '0.05', '0.01'],
    ['SPY', '12.34', '0.01'],
    ['QQQ', '3', '0.01'],
    ['IWM', '3.01', '0.01'],
    ['AAPL', '2.99', '0.01'],
    ['AAPL', '3', '0.05'],
    ['AAPL7', '3', '0.05'],
    ['ZZZ', '2.99', '0.01'],
    ['ZZZ', '3', '0.05'],
    ['XSP', '5.03', '0.01'],
    ['SPXW', '2.95', '0.05'],
    ['SPX', '3', '0.1'],
    ['RUTW', '2.95', '0.05'],
    ['NDXP', '120.1', '0.1'],
  ])('of a contract of %s at %s is %s', (root, price, tick) => {
    expect(tickSize(option(root), dec(price)).toFixed()).toBe(tick);
  });

  it.each([
    ['0.9999', '0.0001'],
    ['1', '0.01'],
    ['560', '0.01'],
  ])('of a share at %s is %s', (price, tick) => {
    expect(tickSize(share, dec(price)).toFixed()).toBe(tick);
  });

  it.each([
    ['a penny on SPY', 'SPY', '3.01', true],
    ['half a penny on SPY', 'SPY', '3.015', false],
    ['a penny above 3 on AAPL', 'AAPL', '3.01', false],
    ['a nickel above 3 on AAPL', 'AAPL', '3.05', true],
    ['a nickel above 3 on SPX', 'SPX', '3.05', false],
    ['5.03 on XSP', 'XSP', '5.03', true],
    ['a stop at 3.52 on XSP', 'XSP', '3.52', true],
    ['3.01 on VIXW', 'VIXW', '3.01', true],
    ['3.01 on a class with an unknown tick', 'ZZZ', '3.01', true],
    ['half a cent on such a class', 'ZZZ', '3.015', false],
    ['a penny on an adjusted contract', 'AAPL7', '3.01', true],
    ['a hundredth of a cent on a penny share', null, '0.1234', true],
    ['a hundredth of a cent on a share', null, '1.0001', false],
  ])('%s', (_, root, price, fits) => {
    expect(onTick(root ? option(root) : share, dec(price))).toBe(fits);
  });

  it.each([
    ['AAPL', '3.07', '3.05 3.1 3.05'],
    ['AAPL', '3.075', '3.05 3.1 3.1'],
    ['AAPL', '2.994', '2.99 3 2.99'],
    ['AAPL', '2.999', '2.99 3 3'],
    ['AAPL', '3.1', '3.1 3.1 3.1'],
    ['SPX', '10.26', '10.2 10.3 10.3'],
    ['SPY', '0.004', '0 0.01 0'],
  ])('moves %s %s down, up and to the nearest: %s', (root, price, moved) => {
    const to = (['down', 'up', 'nearest'] as const).map((direction) =>
      roundToTick(option(root), dec(price), direction).toFixed(),
    );
    expect(to.join(' ')).toBe(moved);
  });

  it('moves every price onto a tick, by less than one tick', () => {
    const roots = fc.constantFrom('SPY', 'AAPL', 'SPXW');
    const prices = fc.integer({ min: 0, max: 10_000_000 }).map((n) => dec(n).div(10_000));
    fc.assert(
      fc.property(roots, prices, (root, price) => {
        const contract = option(root);
        const down = roundToTick(contract, price, 'down');
        const up = roundToTick(contract, price, 'up');
        expect([onTick(contract, down), onTick(contract, up)]).toEqual([true, true]);
        expect(down.lte(price) && up.gte(price)).toBe(true);
        expect(up.minus(down).lte(tickSize(contract, price))).toBe(true);
      }),
    );
  });
});

function option(root: string): Instrument {
  return parseOccSymbol(`${root}260327C00100000`)!;
}

const share: Equity = { assetClass: 'EQUITY', symbol: 'SPY', underlying: 'SPY', multiplier: 1 };
