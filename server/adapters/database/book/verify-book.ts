import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { findAccount } from './account-row.ts';
import type { LogHead } from '../../../domain/book/log-head.ts';
import type { LogProof } from '../../../domain/book/log-proof.ts';
import { EventRow, GENESIS } from '../log/event-row.ts';
import { proveLog } from './verify-chain.ts';

/** The result of verifying one user's log. */
export interface VerifiedLog extends LogProof {
  readonly username: Username;
}

/** Recomputes the log of every user of one book. */
export async function verifyBook(knex: Knex): Promise<readonly VerifiedLog[]> {
  const users = await knex('accounts').orderBy('username').pluck<Username[]>('username');
  const logs: VerifiedLog[] = [];
  for (const username of users) logs.push({ username, ...(await proveLog(knex, username)) });
  return logs;
}

/**
 * Whether a user's log contains the event with this hash, or starts after it. A log that was truncated, or
 * recomputed as a whole, is consistent in itself; only the missing former head shows it.
 */
export async function containsHead(
  knex: Knex,
  { username, hash }: Pick<LogHead, 'username' | 'hash'>,
): Promise<boolean> {
  if (hash === GENESIS) return (await findAccount(knex, username)) !== null;
  return (await EventRow.query(knex).findOne({ username, hash })) !== undefined;
}
