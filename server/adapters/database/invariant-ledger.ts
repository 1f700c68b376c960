import type { Knex } from 'knex';
import type { InvariantCheck, TradeSums } from '../../domain/book/invariant.ts';
import type { VenueName } from '../../domain/book/mode.ts';
import { dec, exactTotal } from '../../domain/decimal.ts';
import { fromColumns, toColumns, type Shape } from './record-shape.ts';

const CHECK: Shape<InvariantCheck> = {
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
};

const SUMMED = ['cash_flow', 'open_cost', 'realized_pnl', 'fees'] as const;
type SummedRow = { venue: VenueName } & Record<(typeof SUMMED)[number], string>;

export async function readInvariants(
  knex: Knex,
  username: string,
): Promise<readonly InvariantCheck[]> {
  const rows = (await knex('invariant_checks')
    .where({ username })
    .orderBy(['venue', 'invariant'])) as object[];
  return rows.map((row) => fromColumns<InvariantCheck>(row, CHECK));
}

export async function writeInvariants(
  trx: Knex,
  username: string,
  checks: readonly InvariantCheck[],
): Promise<void> {
  const rows = checks.map((check) => ({ ...toColumns(check, CHECK), username }));
  await trx('invariant_checks').insert(rows).onConflict(['username', 'venue', 'invariant']).merge();
}

/** Added here and not by the database, whose sums are floats on SQLite. */
export async function readTradeSums(knex: Knex, username: string): Promise<readonly TradeSums[]> {
  const rows = await knex('trades')
    .where({ username })
    .whereNot('filled_quantity', '0')
    .select<SummedRow[]>('venue', ...SUMMED);
  return [...new Set(rows.map(({ venue }) => venue))].map((venue) => {
    const there = rows.filter((row) => row.venue === venue);
    const total = (name: (typeof SUMMED)[number]) => exactTotal(there.map((row) => dec(row[name])));
    return {
      venue,
      cashFlow: total('cash_flow'),
      openCost: total('open_cost'),
      realizedPnl: total('realized_pnl'),
      fees: total('fees'),
    };
  });
}
