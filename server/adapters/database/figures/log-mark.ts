import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { NO_TRADE } from '../../../domain/book/curve-columns.ts';
import { DEPOSITS } from '../book/book-history.ts';
import { GENESIS } from '../log/event-row.ts';

/** A place in a user's log. The hash stands for all lines up to it. */
export interface LogMark {
  readonly sequence: number;
  readonly hash: string;
}

/** The end of a user's log; `at`: the hash that the log has at `known`. Null without an account. */
export async function logEnd(
  knex: Knex,
  username: Username,
  known: LogMark | undefined,
): Promise<(LogMark & { readonly at: string | null }) | null> {
  const line = knex('events')
    .where({ username, sequence: known?.sequence ?? 0 })
    .select('hash');
  const [row] = await knex('accounts')
    .where({ username })
    .select<(LogMark & { at: string | null })[]>('sequence', 'hash', line.as('at'));
  return row ?? null;
}

/** Whether a log with this end continues from a mark. It may be another log, restored from a backup. */
export function goesOn(
  { sequence, hash }: LogMark,
  end: LogMark & { readonly at: string | null },
): boolean {
  return sequence === 0 ? hash === GENESIS : end.sequence >= sequence && end.at === hash;
}

/**
 * The trades that have log lines after `sequence`: except for marks, no other trade has changed since. A
 * deposit adds `NO_TRADE`.
 */
export async function changedSince(
  knex: Knex,
  username: Username,
  sequence: number,
): Promise<readonly TradeId[]> {
  const ids = await knex('events')
    .where({ username })
    .where('sequence', '>', sequence)
    .where((told) => void told.where('kind', 'TRADE').orWhereIn('type', DEPOSITS))
    .distinct('trade_id')
    .pluck<(TradeId | null)[]>('trade_id');
  return ids.map((id) => id ?? NO_TRADE);
}
