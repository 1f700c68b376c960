import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type {
  AcceptedDifference,
  InvariantCheck,
  RecordedDifference,
} from '../../../domain/reconciliation/invariant.ts';
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

const KEY = ['username', 'venue', 'account', 'invariant'] as const;

interface PartsOfRow {
  readonly told_difference: unknown;
  readonly accepted_at: unknown;
}

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
