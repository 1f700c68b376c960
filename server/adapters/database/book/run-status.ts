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

/** The run's status, locked: no other transaction can end the run before this one has ended. */
export async function heldRunStatus(
  trx: Knex.Transaction,
  username: Username,
  id: string,
): Promise<StrategyRunStatus | null> {
  // SQLite ignores `forShare`: there the transaction already keeps all other writers out.
  return (await rowOf(trx, username, id).forShare())?.status ?? null;
}

function rowOf(knex: Knex, username: Username, id: string) {
  return knex('strategy_runs').where({ username, id }).first<StatusRow | undefined>('status');
}
