import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type {
  AcceptedDifference,
  InvariantCheck,
  RecordedDifference,
  TradeSums,
} from '../../../domain/reconciliation/invariant.ts';
import type { VenueName } from '../../../domain/venue.ts';
import { dec, exactTotal } from '../../../domain/decimal.ts';
import { accountsOf, isIn } from '../../../domain/trade/venue-account.ts';
import { fromColumns, orNone, toColumns, type Shape } from '../sql/record-shape.ts';

type FlatCheck = Omit<InvariantCheck, 'told' | 'accepted'>;

const CHECK: Shape<FlatCheck> = {
  invariant: 'text',
  state: 'text',
  ours: 'decimal',
  theirs: 'decimal',
  tolerance: 'decimal',
  evidence: 'text',
  within: 'flag',
  venue: 'text',
  account: 'text',
  since: 'time',
  checkedAt: 'time',
  base: 'decimal',
  baseFees: 'decimal',
  countedFees: 'decimal',
};
const TOLD: Shape<RecordedDifference> = { difference: 'decimal', tolerance: 'decimal' };
const ACCEPTED: Shape<AcceptedDifference> = {
  difference: 'decimal',
  at: 'time',
  actor: 'text',
  note: 'text',
};

const SUMMED = ['cash_flow', 'open_cost', 'realized_pnl', 'fees'] as const;
const KEY = ['username', 'venue', 'account', 'invariant'] as const;

interface PartsOfRow {
  readonly told_difference: unknown;
  readonly accepted_at: unknown;
}
type SummedRow = { venue: VenueName; venue_account: string } & Record<
  (typeof SUMMED)[number],
  string
>;

export async function readInvariants(
  knex: Knex,
  username: Username,
): Promise<readonly InvariantCheck[]> {
  const rows = (await knex('invariant_checks')
    .where({ username })
    .orderBy(['venue', 'account', 'invariant'])) as PartsOfRow[];
  return rows.map((row) => ({
    ...fromColumns<FlatCheck>(row, CHECK),
    told: row.told_difference === null ? null : fromColumns(row, TOLD, 'told_'),
    accepted: row.accepted_at === null ? null : fromColumns(row, ACCEPTED, 'accepted_'),
  }));
}

export async function writeInvariants(
  trx: Knex,
  username: Username,
  checks: readonly InvariantCheck[],
): Promise<void> {
  const rows = checks.map(({ told, accepted, ...check }) => ({
    ...toColumns(check, CHECK),
    ...orNone(told, TOLD, 'told_'),
    ...orNone(accepted, ACCEPTED, 'accepted_'),
    username,
  }));
  await trx('invariant_checks')
    .insert(rows)
    .onConflict([...KEY])
    .merge();
}

/** Adds in code, not in SQL: SQLite sums as floats. A swap that failed cost its fee and filled nothing. */
export async function readTradeSums(knex: Knex, username: Username): Promise<readonly TradeSums[]> {
  const rows = await knex('trades')
    .where({ username })
    .where((moved) => void moved.whereNot('filled_quantity', '0').orWhereNot('fees', '0'))
    .select<SummedRow[]>('venue', 'venue_account', ...SUMMED);
  const placed = rows.map((row) => ({ ...row, venueAccount: row.venue_account }));
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
