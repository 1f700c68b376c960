import type { Knex } from 'knex';
import type { LogCheck } from '../../../domain/book/log-check.ts';
import type { Username } from '../../../domain/ids.ts';
import { GENESIS } from '../log/event-row.ts';
import { NO_MONEY } from '../log/replay-money.ts';
import { fromColumns, toColumns, type Shape } from '../sql/record-shape.ts';

const CHECK: Shape<LogCheck> = {
  beganAt: 'time',
  endedAt: 'time',
  sequence: 'number',
  hash: 'text',
  cash: 'decimal',
  cost: 'decimal',
  deposits: 'decimal',
  realizedPnl: 'decimal',
  fees: 'decimal',
  faultSequence: 'number',
  faultProblem: 'text',
};

export function freshCheck(beganAt: Date): LogCheck {
  const found = { faultSequence: null, faultProblem: null };
  return { ...NO_MONEY, ...found, beganAt, endedAt: null, sequence: 0, hash: GENESIS };
}

export async function readCheck(knex: Knex, username: Username): Promise<LogCheck | null> {
  const row = await knex('log_checks').where({ username }).first<object | undefined>();
  return row ? fromColumns<LogCheck>(row, CHECK) : null;
}

/** Replaces the stored check, unless another server has replaced it since it was read as `stood`. */
export async function keepCheck(
  knex: Knex,
  username: Username,
  stood: LogCheck | null,
  next: LogCheck,
): Promise<void> {
  const columns = toColumns(next, CHECK);
  if (!stood) {
    await knex('log_checks')
      .insert({ ...columns, username })
      .onConflict('username')
      .ignore();
    return;
  }
  const { began_at, sequence, ended_at } = toColumns(stood, CHECK);
  await knex('log_checks').where({ username, began_at, sequence, ended_at }).update(columns);
}
