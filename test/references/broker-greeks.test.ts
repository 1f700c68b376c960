import { describe, expect, it } from 'vitest';
import { expiryInstant } from '../../server/domain/calendar/market-calendar.ts';
import { blackScholes, type OptionModelInput } from '../../server/domain/market/black-scholes.ts';
import { impliedVolatility } from '../../server/domain/market/implied-volatility.ts';
import { csvRows, referenceFile } from '../support/recorded/reference-file.ts';
import { Worst } from '../support/slow/worst.ts';

type Row = Record<string, string>;

const folder = 'data/reference/broker-greeks';
const ib = referenceFile(`${folder}/ib-2023-08-04.csv`);
const ibStyle = referenceFile(`${folder}/ib-style-2024-02-07.normalised.csv`);
const orats = referenceFile(`${folder}/orats-smv-2024-02.normalised.csv`);

const YEAR_MS = 365 * 86_400_000;

/** FRED's step of 2023-07-27, see `data/reference/us-interest-rate.csv`. */
const RATE_AUGUST_2023 = 0.055;

/**
 * Dollars that the index goes ex before each expiry, by put-call parity of the broker's own 4500 call and put
 * at that rate. SPY goes ex in September, after both.
 */
const SPX_DIVIDENDS: Record<string, number> = { '2023-08-11': 2.95, '2023-09-01': 8.23 };

describe('the greeks of Interactive Brokers, live on 2023-08-04', () => {
  it.skipIf(!ib)('agree on every SPX option, which is European', () => {
    const rows = csvRows(ib!).filter((row) => row['underlying'] === 'SPX');
    expect(rows).toHaveLength(219);
    const worst = compared(rows);
    expect(worst.of('price'), String(worst)).toBeLessThan(0.04);
    expect(worst.of('iv'), String(worst)).toBeLessThan(0.0003);
    expect(worst.of('delta'), String(worst)).toBeLessThan(0.0002);
    expect(worst.of('gamma'), String(worst)).toBeLessThan(1e-6);
    expect(worst.of('vega'), String(worst)).toBeLessThan(0.003);
    // Two rows of one call have a theta that is 0.2 off, with their other figures right.
    expect(worst.quantile('theta', 217 / 219), String(worst)).toBeLessThan(0.006);
    expect(worst.of('theta')).toBeLessThan(0.2);
  });

  it.skipIf(!ib)('agree on SPY calls, which nobody exercises before a dividend', () => {
    const rows = csvRows(ib!).filter((row) => isSpy(row, 'call'));
    expect(rows).toHaveLength(120);
    const worst = compared(rows);
    expect(worst.of('price'), String(worst)).toBeLessThan(0.03);
    expect(worst.of('iv'), String(worst)).toBeLessThan(0.0015);
    expect(worst.of('delta'), String(worst)).toBeLessThan(0.002);
    expect(worst.of('gamma'), String(worst)).toBeLessThan(0.0006);
    expect(worst.of('vega'), String(worst)).toBeLessThan(0.04);
    expect(worst.of('theta'), String(worst)).toBeLessThan(0.009);
  });

  it.skipIf(!ib)('agree on SPY puts except for the value of early exercise', () => {
    const puts = csvRows(ib!).filter((row) => isSpy(row, 'put'));
    expect(puts).toHaveLength(120);
    const out = compared(puts.filter((row) => row['strike'] === '430'));
    expect(out.of('price'), String(out)).toBeLessThan(0.02);
    expect(out.of('delta'), String(out)).toBeLessThan(0.002);
    expect(out.of('theta'), String(out)).toBeLessThan(0.002);
    const at = compared(puts.filter((row) => row['strike'] === '450'));
    expect(at.of('price'), String(at)).toBeLessThan(0.16);
    expect(at.of('delta'), String(at)).toBeLessThan(0.02);
    expect(at.of('vega'), String(at)).toBeLessThan(0.005);
    // In the money a European put is worth less, and moves less, than the American one that trades.
    for (const row of puts.filter((each) => each['strike'] === '470')) {
      const value = blackScholes(optionOf(row));
      const price = Number(row['option_price']);
      expect(value.price).toBeLessThan(price);
      expect(value.price).toBeGreaterThan(price * 0.92);
      expect(value.delta).toBeGreaterThan(Number(row['delta']));
      expect(value.delta).toBeLessThan(Number(row['delta']) + 0.11);
    }
  });
});

describe('greeks as brokers and vendors publish them, 2024-02-07', () => {
  it.skipIf(!ibStyle)('agree within some per cent on 16 SPY strikes two days from expiry', () => {
    const rows = csvRows(ibStyle!);
    expect(rows).toHaveLength(16);
    const worst = new Worst();
    for (const row of rows) {
      for (const right of ['CALL', 'PUT'] as const) {
        const side = right.toLowerCase();
        const theirs = (name: string): number => Number(row[`${name}_${side}`]);
        if (Math.abs(theirs('delta')) < 0.15 || Math.abs(theirs('delta')) > 0.85) continue;
        const value = blackScholes({
          spot: Number(row['undPrice']),
          strike: Number(row['strike']),
          years: Number(row['TTM']),
          rate: Number(row['interest_rate']),
          dividendYield: Number(row['dividend_yield']),
          volatility: theirs('impliedVol'),
          right,
        });
        const of = `${row['strike']} ${side}`;
        worst.see('delta', value.delta - theirs('delta'), of);
        for (const name of ['gamma', 'vega', 'theta'] as const) {
          worst.see(name, value[name] / theirs(name) - 1, of);
        }
      }
    }
    expect(worst.count('delta')).toBe(18);
    expect(worst.of('delta'), String(worst)).toBeLessThan(0.0135);
    expect(worst.of('gamma'), String(worst)).toBeLessThan(0.06);
    // The broker's time to expiry is 0.2 days longer than stated.
    expect(worst.of('vega'), String(worst)).toBeLessThan(0.14);
    expect(worst.of('theta'), String(worst)).toBeLessThan(0.055);
  });

  it.skipIf(!orats)("agree within some per cent with ORATS' smoothed rows of AAPL", () => {
    const rows = csvRows(orats!);
    expect(rows).toHaveLength(45);
    const worst = new Worst();
    for (const row of rows) {
      const callDelta = Number(row['delta_call']);
      if (callDelta < 0.15 || callDelta > 0.85) continue;
      seeOrats(worst, row);
    }
    expect(worst.count('theta')).toBe(23);
    expect(worst.of('delta'), String(worst)).toBeLessThan(0.042);
    expect(worst.quantile('delta', 0.8), String(worst)).toBeLessThan(0.015);
    expect(worst.of('gamma'), String(worst)).toBeLessThan(0.11);
    expect(worst.of('vega'), String(worst)).toBeLessThan(0.13);
    expect(worst.quantile('vega', 0.8), String(worst)).toBeLessThan(0.05);
    expect(worst.of('theta'), String(worst)).toBeLessThan(0.3);
    expect(worst.quantile('theta', 0.8), String(worst)).toBeLessThan(0.12);
    expect(worst.quantile('theta', 0.5), String(worst)).toBeLessThan(0.04);
  });

  it.skipIf(!orats)('match ORATS’ calls at the volatility of their mid', () => {
    const worst = new Worst();
    for (const row of csvRows(orats!)) {
      const delta = Number(row['delta_call']);
      if (delta < 0.15 || delta > 0.85) continue;
      const price = Number(row['cValue']);
      const found = impliedVolatility({ ...oratsTerms(row), right: 'CALL', price });
      worst.see(
        'iv',
        (found ?? NaN) - Number(row['cMidIv']),
        `${row['expirDate']} ${row['strike']}`,
      );
    }
    expect(worst.count('iv')).toBe(23);
    expect(worst.of('iv'), String(worst)).toBeLessThan(0.013);
    expect(worst.quantile('iv', 0.8), String(worst)).toBeLessThan(0.006);
  });
});

function isSpy(row: Row, right: string): boolean {
  return row['underlying'] === 'SPY' && row['right'] === right;
}

function optionOf(row: Row): OptionModelInput {
  const expiration = row['expiration']!;
  const lost = row['underlying'] === 'SPX' ? SPX_DIVIDENDS[expiration]! : 0;
  return {
    spot: Number(row['underlying_price']) - lost,
    strike: Number(row['strike']),
    years: (expiryInstant(expiration).getTime() - Date.parse(row['ts_utc']!)) / YEAR_MS,
    rate: RATE_AUGUST_2023,
    dividendYield: 0,
    volatility: Number(row['iv']),
    right: row['right'] === 'call' ? 'CALL' : 'PUT',
  };
}

/** Our price and greeks at the broker's volatility, our volatility at its price. */
function compared(rows: readonly Row[]): Worst {
  const worst = new Worst();
  for (const row of rows) {
    const of = `${row['occ']} ${row['ts_utc']}`;
    const option = optionOf(row);
    const value = blackScholes(option);
    const price = Number(row['option_price']);
    worst.see('price', value.price - price, of);
    worst.see('delta', value.delta - Number(row['delta']), of);
    worst.see('gamma', value.gamma - Number(row['gamma']), of);
    worst.see('vega', value.vega - Number(row['vega_per_1pct']), of);
    worst.see('theta', value.theta - Number(row['theta_per_day']), of);
    // Deep in the money a cent of price is many points of volatility.
    if (Math.abs(value.delta) > 0.96) continue;
    worst.see('iv', (impliedVolatility({ ...option, price }) ?? NaN) - option.volatility, of);
  }
  return worst;
}

function oratsTerms(row: Row): Omit<OptionModelInput, 'volatility' | 'right'> {
  return {
    spot: Number(row['stkPx']),
    strike: Number(row['strike']),
    years: Number(row['yte']),
    rate: Number(row['iRate']),
    dividendYield: Number(row['divRate']),
  };
}

/** ORATS gives a call and its put one gamma, vega and theta; the theta is that of the call. */
function seeOrats(worst: Worst, row: Row): void {
  const of = `${row['expirDate']} ${row['strike']}`;
  const volatility = (Number(row['pMidIv']) + Number(row['cMidIv'])) / 2;
  const call = blackScholes({ ...oratsTerms(row), volatility, right: 'CALL' });
  const put = blackScholes({ ...oratsTerms(row), volatility, right: 'PUT' });
  worst.see('delta', call.delta - Number(row['delta_call']), `${of} call`);
  worst.see('delta', put.delta - Number(row['delta_put']), `${of} put`);
  worst.see('gamma', call.gamma / Number(row['gamma_call']) - 1, of);
  worst.see('vega', call.vega / Number(row['vega_call']) - 1, of);
  worst.see('theta', call.theta / Number(row['theta_call']) - 1, of);
}
