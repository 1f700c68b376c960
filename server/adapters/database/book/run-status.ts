import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { StrategyRunStatus } from '../../../domain/strategy/strategy-run.ts';

interface StatusRow {
  readonly status: StrategyRunStatus;
}

export async function runStatus(
  knex: Knex,
  username: Username,
  id: string,
): Promise<StrategyRunStatus | null> {
  return (await rowOf(knex, username, id))?.status ?? null;
}

/** Nobody ends the run before this transaction has ended. */
export async function heldRunStatus(
  trx: Knex.Transaction,
  username: Username,
  id: string,
): Promise<StrategyRunStatus | null> {
  // On SQLite, where it says nothing, the transaction already keeps all other writers out.
  return (await rowOf(trx, username, id).forShare())?.status ?? null;
}

function rowOf(knex: Knex, username: Username, id: string) {
  return knex('strategy_runs').where({ username, id }).first<StatusRow | undefined>('status');
}
