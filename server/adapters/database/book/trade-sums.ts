import type { Knex } from 'knex';
import { dec, exactTotal } from '../../../domain/decimal.ts';
import type { Username } from '../../../domain/ids.ts';
import type { TradeSums } from '../../../domain/reconciliation/invariant.ts';
import { accountsOf, isIn } from '../../../domain/trade/venue-account.ts';
import type { VenueName } from '../../../domain/venue.ts';
import { isPostgres, rawRows } from '../sql/dialect.ts';

const SUMMED = ['cash_flow', 'open_cost', 'realized_pnl', 'fees'] as const;
type Sums = Readonly<Record<(typeof SUMMED)[number], string>>;
type SummedRow = Sums & { readonly venue: VenueName; readonly venue_account: string };

/** A trade whose swap failed has filled nothing and still cost a fee. */
const MOVED = "username = ? AND (filled_quantity <> '0' OR fees <> '0')";
/** Digits of a fraction that SQLite adds as whole numbers, in two parts that cannot overflow. */
const DIGITS = 18;
const MOST_WHOLE = 12;

/**
 * Sums in the database, exactly. SQLite would add texts as floats, so it adds whole numbers; the few rows
 * with more digits than those hold are added here.
 */
export async function readTradeSums(knex: Knex, username: Username): Promise<readonly TradeSums[]> {
  const parts = isPostgres(knex)
    ? await rawRows<SummedRow>(
        knex,
        `SELECT venue, venue_account, ${SUMMED.map((name) => `sum(${name})::text AS ${name}`).join()}
         FROM trades WHERE ${MOVED} GROUP BY venue, venue_account`,
        [username],
      )
    : await addedByParts(knex, username);
  const placed = parts.map((row) => ({ ...row, venueAccount: row.venue_account }));
  return accountsOf(placed).map((place) => {
    const there = placed.filter((row) => isIn(place)({ trade: row }));
    const total = (name: (typeof SUMMED)[number]) => exactTotal(there.map((row) => dec(row[name])));
    return {
      ...place,
      cashFlow: total('cash_flow'),
      openCost: total('open_cost'),
      realizedPnl: total('realized_pnl'),
      fees: total('fees'),
    };
  });
}

type Parts = Readonly<Record<string, string>> & Pick<SummedRow, 'venue' | 'venue_account'>;

async function addedByParts(knex: Knex, username: Username): Promise<readonly SummedRow[]> {
  const short = SUMMED.map(isShort).join(' AND ');
  const added = await rawRows<Parts>(
    knex,
    `SELECT venue, venue_account, ${SUMMED.map(partsOf).join()}
     FROM trades WHERE ${MOVED} AND ${short} GROUP BY venue, venue_account`,
    [username],
  );
  const long = await rawRows<SummedRow>(
    knex,
    `SELECT venue, venue_account, ${SUMMED.join()} FROM trades WHERE ${MOVED} AND NOT (${short})`,
    [username],
  );
  return [...added.map(wholeOf), ...long];
}

const fraction = (name: string) =>
  `CASE instr(${name}, '.') WHEN 0 THEN '' ELSE substr(${name}, instr(${name}, '.') + 1) END`;

function isShort(name: string): string {
  const whole = `CASE instr(${name}, '.') WHEN 0 THEN length(${name}) ELSE instr(${name}, '.') - 1 END`;
  return `(${whole} <= ${MOST_WHOLE} AND length(${fraction(name)}) <= ${DIGITS})`;
}

/** The sums come as texts: they may have more digits than a JavaScript number holds. */
function partsOf(name: string): string {
  const sign = `CASE WHEN ${name} LIKE '-%' THEN -1 ELSE 1 END`;
  const digits = `substr(${fraction(name)} || '${'0'.repeat(DIGITS)}', `;
  const half = DIGITS / 2;
  const part = (from: number) => `CAST(${digits}${from}, ${half}) AS INTEGER)`;
  return [
    `CAST(sum(CAST(${name} AS INTEGER)) AS TEXT) AS ${name}_whole`,
    `CAST(sum(${sign} * ${part(1)}) AS TEXT) AS ${name}_high`,
    `CAST(sum(${sign} * ${part(half + 1)}) AS TEXT) AS ${name}_low`,
  ].join();
}

function wholeOf(row: Parts): SummedRow {
  const total = (name: string) =>
    exactTotal([
      dec(row[`${name}_whole`]!),
      dec(`${row[`${name}_high`]!}e-${DIGITS / 2}`),
      dec(`${row[`${name}_low`]!}e-${DIGITS}`),
    ]).toFixed();
  const sums = Object.fromEntries(SUMMED.map((name) => [name, total(name)])) as Sums;
  return { venue: row.venue, venue_account: row.venue_account, ...sums };
}
