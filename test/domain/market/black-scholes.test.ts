import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blackScholes,
  ReusedValue,
  type OptionModelInput,
} from '../../../server/domain/market/black-scholes.ts';
import { normalProbability } from '../../../server/domain/market/normal-distribution.ts';
import { csvRows, referenceFile } from '../../support/recorded/reference-file.ts';

const quantlib = referenceFile('data/reference/quantlib/option-prices.csv');

const call: OptionModelInput = {
  spot: 100,
  strike: 100,
  years: 0.25,
  rate: 0.04,
  dividendYield: 0.01,
  volatility: 0.2,
  right: 'CALL',
};

const options = fc.record({
  spot: fc.double({ min: 10, max: 500, noNaN: true }),
  strike: fc.double({ min: 10, max: 500, noNaN: true }),
  years: fc.double({ min: 0.01, max: 3, noNaN: true }),
  rate: fc.double({ min: -0.02, max: 0.1, noNaN: true }),
  dividendYield: fc.double({ min: 0, max: 0.08, noNaN: true }),
  volatility: fc.double({ min: 0.05, max: 2, noNaN: true }),
});

describe('the normal probability', () => {
  // Computed by mpmath with 40 digits.
  it.each([
    [-20, '2.7536241186062336951e-89'],
    [-10, '7.619853024160526066e-24'],
    [-7.1, '6.2378444633315911405e-13'],
    [-5, '2.8665157187919391167e-7'],
    [-3, '0.0013498980316300945267'],
    [-2, '0.0227501319481792072'],
    [-1, '0.15865525393145705141'],
    [-0.001, '0.49960105778608893741'],
    [0, '0.5'],
    [0.25, '0.59870632568292372424'],
    [1.96, '0.97500210485177956379'],
    [7, '0.99999999999872018746'],
    [Infinity, '1'],
    [-Infinity, '0'],
  ])('of at most %d is %s', (x, text) => {
    const probability = Number(text);
    expect(Math.abs(normalProbability(x) - probability)).toBeLessThanOrEqual(probability * 2e-14);
  });
});

describe('Black, Scholes and Merton', () => {
  it.skipIf(!quantlib)('agree with QuantLib on every European option', () => {
    const rows = csvRows(quantlib!).filter((row) => row['style'] === 'european');
    expect(rows.length).toBeGreaterThan(400);
    for (const row of rows) {
      const value = blackScholes({
        spot: Number(row['spot']),
        strike: Number(row['strike']),
        years: Number(row['days']) / 365,
        rate: Number(row['rate_cc']),
        dividendYield: Number(row['dividend_yield_cc']),
        volatility: Number(row['vol']),
        right: row['right'] === 'call' ? 'CALL' : 'PUT',
      });
      expectNear(value.price, row['price']!);
      expectNear(value.delta, row['delta']!);
      expectNear(value.gamma, row['gamma']!);
      expectNear(value.vega, row['vega_per_1pct']!);
      expectNear(value.theta, row['theta_per_day']!);
      expectNear(value.rho, row['rho_per_1pct']!);
    }
  });

  it('keep put-call parity, and a put delta one discounted share below its call', () => {
    fc.assert(
      fc.property(options, (option) => {
        const up = blackScholes({ ...option, right: 'CALL' });
        const down = blackScholes({ ...option, right: 'PUT' });
        const { spot, strike, years, rate, dividendYield } = option;
        const held = Math.exp(-dividendYield * years);
        expect(up.price - down.price).toBeCloseTo(
          spot * held - strike * Math.exp(-rate * years),
          10,
        );
        expect(up.delta - down.delta).toBeCloseTo(held, 12);
        expect([up.gamma, up.vega]).toEqual([down.gamma, down.vega]);
      }),
    );
  });

  it.each(['CALL', 'PUT'] as const)(
    'give a %s the greeks that match its price changes',
    (right) => {
      const at = (change: Partial<OptionModelInput>): number =>
        blackScholes({ ...call, strike: 105, right, ...change }).price;
      const { delta, gamma, theta, vega, rho } = blackScholes({ ...call, strike: 105, right });
      const [day, h] = [1 / 365, 1e-3];
      expect((at({ spot: 100 + h }) - at({ spot: 100 - h })) / (2 * h)).toBeCloseTo(delta, 7);
      const bend = at({ spot: 100 + h }) - 2 * at({}) + at({ spot: 100 - h });
      expect(bend / (h * h)).toBeCloseTo(gamma, 5);
      expect(at({ years: 0.25 - day / 2 }) - at({ years: 0.25 + day / 2 })).toBeCloseTo(theta, 5);
      const points = at({ volatility: 0.2001 }) - at({ volatility: 0.1999 });
      expect(points / 0.02).toBeCloseTo(vega, 7);
      expect((at({ rate: 0.0401 }) - at({ rate: 0.0399 })) / 0.02).toBeCloseTo(rho, 7);
    },
  );

  it.each([
    ['a call in the money', 'CALL', 110, 10, 1],
    ['a call at the money', 'CALL', 100, 0, 0.5],
    ['a call out of the money', 'CALL', 90, 0, 0],
    ['a put in the money', 'PUT', 90, 10, -1],
    ['a put at the money', 'PUT', 100, 0, -0.5],
    ['a put out of the money', 'PUT', 110, 0, 0],
  ] as const)('give %s its intrinsic value at expiry', (_, right, spot, price, delta) => {
    const value = blackScholes({ ...call, right, spot, years: 0 });
    expect(value.price).toBe(price);
    expect(value.delta).toBeCloseTo(delta, 15);
    expect([value.gamma, value.theta, value.vega, value.rho].map(Math.abs)).toEqual([0, 0, 0, 0]);
  });

  it('discount the intrinsic value of an underlying that does not move', () => {
    const value = blackScholes({ ...call, strike: 90, volatility: 0 });
    expect(value.price).toBeCloseTo(100 * Math.exp(-0.0025) - 90 * Math.exp(-0.01), 12);
    expect([value.gamma, value.vega]).toEqual([0, 0]);
  });

  it('write over the values of another option where they are told to', () => {
    const put = { ...call, right: 'PUT' as const, strike: 90 };
    const value = new ReusedValue();
    blackScholes(put, value);
    expect(blackScholes(call, value)).toBe(value);
    expect(value).toEqual(blackScholes(call));
  });

  it.each([
    ['a spot of 0', { spot: 0 }],
    ['a negative strike', { strike: -1 }],
    ['negative time', { years: -0.01 }],
    ['a negative volatility', { volatility: -0.2 }],
    ['not a number', { rate: NaN }],
    ['a spot without end', { spot: Infinity }],
    ['a dividend that is no number', { dividendYield: NaN }],
  ])('refuse %s', (_, change) => {
    expect(() => blackScholes({ ...call, ...change })).toThrow(RangeError);
  });
});

function expectNear(value: number, reference: string): void {
  expect(Math.abs(value - Number(reference))).toBeLessThan(1e-6);
}
