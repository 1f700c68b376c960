import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../server/domain/calendar/calendar-date.ts';
import { blackScholes, type OptionModelInput } from '../../server/domain/market/black-scholes.ts';
import { impliedVolatility } from '../../server/domain/market/implied-volatility.ts';
import { csvRows, referenceFile } from '../support/recorded/reference-file.ts';
import { Worst } from '../support/slow/worst.ts';

type Row = Record<string, string>;

const folder = 'data/options/spx-cboe-2019';
const DATES = ['2019-04-25', '2019-05-03', '2019-05-15', '2019-05-23', '2019-05-31'] as const;
const chains = DATES.map((date) => referenceFile(`${folder}/chains/${date}.csv.gz`));
const spots = referenceFile(`${folder}/underlying.csv`);
const isHere = spots !== null && chains.every((chain) => chain !== null);

/** The interest rate in the notes of the recording's folder. */
const RATE = 0.0235;
const LEAST_DAYS = 7;
/** The test takes one in this many of the qualifying rows. */
const SAMPLE = 101;
/** Days from the close, the time of the quotes, to the open, at which AM-settled monthlies stop. */
const AM_SETTLED_DAYS = -6.5 / 24;

describe("Cboe's own volatilities and greeks of SPX at the close, April and May 2019", () => {
  const sample = isHere ? DATES.flatMap((date, i) => qualified(date, csvRows(chains[i]!))) : [];
  const rows = sample.filter((_, i) => i % SAMPLE === 0);

  it.skipIf(!isHere)('lie within what the quotes allow, and on their mid', () => {
    expect(rows.length).toBeGreaterThan(200);
    const worst = new Worst();
    for (const { row, option } of rows) {
      const at = (price: string): number => impliedVolatility({ ...option, price: Number(price) })!;
      const theirs = Number(row['iv']);
      worst.see('middle', impliedVolatility(option)! - theirs, row['occ']!);
      expect(at(row['bid']!), row['occ']).toBeLessThan(theirs + 0.001);
      expect(at(row['ask']!), row['occ']).toBeGreaterThan(theirs - 0.001);
    }
    expect(worst.quantile('middle', 0.5), String(worst)).toBeLessThan(0.0002);
    expect(worst.quantile('middle', 0.9), String(worst)).toBeLessThan(0.0006);
    expect(worst.of('middle'), String(worst)).toBeLessThan(0.0035);
  });

  it.skipIf(!isHere)('have our delta and gamma at their volatility', () => {
    const worst = new Worst();
    for (const { row, option } of rows) {
      const value = blackScholes({ ...option, volatility: Number(row['iv']) });
      worst.see('delta', value.delta - Number(row['delta']), row['occ']!);
      worst.see('gamma', value.gamma - Number(row['gamma']), row['occ']!);
    }
    expect(worst.quantile('delta', 0.9), String(worst)).toBeLessThan(0.002);
    expect(worst.of('delta'), String(worst)).toBeLessThan(0.006);
    // The recorded gammas have four digits.
    expect(worst.of('gamma'), String(worst)).toBeLessThan(0.0001);
  });
});

interface Quoted {
  readonly row: Row;
  readonly option: Omit<OptionModelInput, 'volatility'> & { readonly price: number };
}

/** Contracts with a meaningful volatility: with a bid, a week or more to live, not far from the money. */
function qualified(date: string, rows: readonly Row[]): Quoted[] {
  const spot = Number(csvRows(spots!).find((row) => row['quote_date'] === date)!['spx_last']);
  const series = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row['root']} ${row['expiration']}`;
    series.set(key, [...(series.get(key) ?? []), row]);
  }
  return [...series.values()].flatMap((contracts) => {
    const { root, expiration } = contracts[0]!;
    const days = daysBetween(date, expiration!) + (root === 'SPX' ? AM_SETTLED_DAYS : 0);
    if (days < LEAST_DAYS) return [];
    const years = days / 365;
    const held = impliedHeldValue(contracts, years);
    const common = { spot, years, rate: RATE, dividendYield: Math.log(spot / held) / years };
    return contracts
      .filter((row) => Number(row['iv']) > 0 && Number(row['bid']) > 0)
      .filter((row) => Math.abs(Math.abs(Number(row['delta'])) - 0.5) < 0.4)
      .map((row) => ({
        row,
        option: {
          ...common,
          strike: Number(row['strike']),
          price: middle(row),
          right: row['type'] === 'call' ? ('CALL' as const) : ('PUT' as const),
        },
      }));
  });
}

/** The spot less its payments until expiry, by put-call parity where call and put cost almost the same. */
function impliedHeldValue(contracts: readonly Row[], years: number): number {
  const puts = new Map(
    contracts.filter((row) => row['type'] === 'put').map((row) => [row['strike'], row]),
  );
  const pairs = contracts
    .filter((row) => row['type'] === 'call' && puts.has(row['strike']))
    .map((call) => ({
      strike: Number(call['strike']),
      gap: middle(call) - middle(puts.get(call['strike'])!),
    }));
  const [nearest] = pairs.sort((a, b) => Math.abs(a.gap) - Math.abs(b.gap));
  return nearest!.gap + nearest!.strike * Math.exp(-RATE * years);
}

function middle(row: Row): number {
  return (Number(row['bid']) + Number(row['ask'])) / 2;
}
