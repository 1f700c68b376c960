import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackScholes } from '../../../server/domain/market/black-scholes.ts';
import {
  impliedVolatility,
  type PricedOption,
} from '../../../server/domain/market/implied-volatility.ts';
import { csvRows, referenceFile } from '../../support/recorded/reference-file.ts';

const quantlib = referenceFile('data/reference/quantlib/implied-vols.csv');

const option: PricedOption = {
  spot: 100,
  strike: 80,
  years: 30 / 365,
  rate: 0.05,
  dividendYield: 0,
  price: 21,
  right: 'CALL',
};

describe('an implied volatility', () => {
  it.skipIf(!quantlib)('agrees with QuantLib, and is refused when it has no meaning', () => {
    const rows = csvRows(quantlib!);
    expect(rows.length).toBeGreaterThan(400);
    const seen = { solved: 0, refused: 0 };
    for (const row of rows) {
      const found = impliedVolatility(fromRow(row));
      if (row['implied_vol'] === '') {
        expect(found, JSON.stringify(row)).toBeNull();
        seen.refused += 1;
      } else {
        const error = Math.abs(found! - Number(row['implied_vol']));
        expect(error, JSON.stringify(row)).toBeLessThan(1e-6 + unknowable(row));
        seen.solved += 1;
      }
    }
    expect(seen.solved).toBeGreaterThan(300);
    expect(seen.refused).toBeGreaterThan(100);
  });

  it('is the model’s input again, wherever the price determines it', () => {
    const figures = fc.record({
      spot: fc.double({ min: 5, max: 5000, noNaN: true }),
      moneyness: fc.double({ min: 0.5, max: 2, noNaN: true }),
      years: fc.double({ min: 1 / 365 / 24, max: 3, noNaN: true }),
      rate: fc.double({ min: -0.02, max: 0.1, noNaN: true }),
      dividendYield: fc.double({ min: 0, max: 0.05, noNaN: true }),
      volatility: fc.double({ min: 0.03, max: 5, noNaN: true }),
      right: fc.constantFrom('CALL' as const, 'PUT' as const),
    });
    fc.assert(
      fc.property(figures, ({ moneyness, ...rest }) => {
        const terms = { ...rest, strike: rest.spot * moneyness };
        const { price } = blackScholes(terms);
        const floor = blackScholes({ ...terms, volatility: 0 }).price;
        fc.pre(price - floor > rest.spot * 1e-6);
        expect(impliedVolatility({ ...terms, price })).toBeCloseTo(rest.volatility, 7);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a call above the spot', { price: 101 }],
    ['a call at the spot', { price: 100 }],
    ['a call below its discounted intrinsic value', { price: 20.32 }],
    ['a put above its discounted strike', { right: 'PUT' as const, price: 79.9 }],
    ['a put at price 0', { right: 'PUT' as const, price: 0 }],
    ['a negative price', { strike: 150, price: -1 }],
    ['a contract at its expiry', { years: 0 }],
    ['a contract past its expiry', { years: -0.1 }],
    ['a price that is not a number', { price: NaN }],
    ['a spot of 0', { spot: 0 }],
    ['an infinite rate', { rate: Infinity }],
  ])('does not exist for %s', (_, change) => {
    expect(impliedVolatility({ ...option, ...change })).toBeNull();
  });

  it('exists slightly above the discounted intrinsic value', () => {
    expect(impliedVolatility({ ...option, price: 20.34 })).toBeGreaterThan(0.2);
  });
});

function fromRow(row: Record<string, string>): PricedOption {
  return {
    spot: Number(row['spot']),
    strike: Number(row['strike']),
    years: Number(row['days']) / 365,
    rate: Number(row['rate_cc']),
    dividendYield: Number(row['dividend_yield_cc']),
    price: Number(row['price']),
    right: row['right'] === 'call' ? 'CALL' : 'PUT',
  };
}

/** The uncertainty from rounding the recorded price to ten digits: large only where vega is tiny. */
function unknowable(row: Record<string, string>): number {
  const { price, ...terms } = fromRow(row);
  const { vega } = blackScholes({ ...terms, volatility: Number(row['implied_vol']) });
  return (10 ** (Math.floor(Math.log10(price)) - 9) / 2 / (vega * 100)) * 1.01;
}
