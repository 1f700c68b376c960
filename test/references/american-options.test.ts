import { expect, it } from 'vitest';
import { blackScholes } from '../../server/domain/market/black-scholes.ts';
import { csvRows, referenceFile } from '../support/recorded/reference-file.ts';

const quantlib = referenceFile('data/reference/quantlib/option-prices.csv');

/** The error of QuantLib's finite differences, confirmed by a tree of 2001 steps. */
const REFERENCE_ERROR = 0.005;

it.skipIf(!quantlib)(
  'the model prices no option above its American price, and a call without dividends exactly at it',
  () => {
    const rows = csvRows(quantlib!).filter((row) => row['style'] === 'american');
    expect(rows).toHaveLength(120);
    let alike = 0;
    for (const row of rows) {
      const right = row['right'] === 'call' ? ('CALL' as const) : ('PUT' as const);
      const dividendYield = Number(row['dividend_yield_cc']);
      const american = Number(row['price']);
      const { price, delta } = blackScholes({
        spot: Number(row['spot']),
        strike: Number(row['strike']),
        years: Number(row['days']) / 365,
        rate: Number(row['rate_cc']),
        dividendYield,
        volatility: Number(row['vol']),
        right,
      });
      expect(price, JSON.stringify(row)).toBeLessThan(american + REFERENCE_ERROR);
      // Early exercise of a call is never worth it without a dividend, so the two prices are equal.
      if (right === 'PUT' || dividendYield > 0) continue;
      expect(price, JSON.stringify(row)).toBeGreaterThan(american - REFERENCE_ERROR);
      expect(Math.abs(delta - Number(row['delta'])), JSON.stringify(row)).toBeLessThan(0.001);
      alike += 1;
    }
    expect(alike).toBe(15);
  },
);
