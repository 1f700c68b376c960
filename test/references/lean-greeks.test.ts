import { expect, it } from 'vitest';
import { daysBetween } from '../../server/domain/calendar/calendar-date.ts';
import { blackScholes } from '../../server/domain/market/black-scholes.ts';
import { csvRows, referenceFile } from '../support/recorded/reference-file.ts';
import { Worst } from '../support/slow/worst.ts';

const RATE = 0.01;

/**
 * The engine's greeks come from its own tree at volatilities of stale prints: the same volatility must give
 * the same greeks in the median, not row by row.
 */
it.for([
  ['2015-12-23', 961],
  ['2015-12-24', 1026],
] as const)(
  "Lean's greeks of GOOG on %s are ours at its volatilities",
  ([date, contracts], { skip }) => {
    const text = referenceFile(`data/options/lean/universes/GOOG/${date}.csv.gz`);
    if (text === null) return skip();
    const [underlying, ...rows] = csvRows(text);
    const spot = Number(underlying!['close']);
    const worst = new Worst();
    for (const row of rows) {
      const delta = Number(row['delta']);
      const expiry = row['#expiry']!.replace(/(....)(..)(..)/, '$1-$2-$3');
      const days = daysBetween(date, expiry);
      if (Math.abs(Math.abs(delta) - 0.5) >= 0.35 || days <= 3 || Number(row['close']) <= 0.3)
        continue;
      const value = blackScholes({
        spot,
        strike: Number(row['strike']),
        years: days / 365,
        rate: RATE,
        dividendYield: 0,
        volatility: Number(row['implied_volatility']),
        right: row['right'] === 'C' ? 'CALL' : 'PUT',
      });
      const of = `${expiry} ${row['strike']} ${row['right']}`;
      worst.see('delta', value.delta - delta, of);
      for (const name of ['gamma', 'vega', 'theta'] as const) {
        worst.see(name, value[name] / Number(row[name]) - 1, of);
      }
    }
    expect(worst.count('delta')).toBe(contracts);
    expect(worst.quantile('delta', 0.5), String(worst)).toBeLessThan(0.005);
    expect(worst.quantile('gamma', 0.5), String(worst)).toBeLessThan(0.02);
    expect(worst.quantile('vega', 0.5), String(worst)).toBeLessThan(0.02);
    expect(worst.quantile('theta', 0.5), String(worst)).toBeLessThan(0.03);
  },
);
