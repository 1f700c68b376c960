import type { Knex } from 'knex';
import { AccountRow } from './account-row.ts';
import type { LogHead } from '../../../domain/book/log-head.ts';
import type { LogProof } from '../../../domain/book/log-proof.ts';
import { EventRow, GENESIS } from '../log/event-row.ts';
import { proveLog } from './verify-chain.ts';

/** What the log of one user was found to be. */
export interface VerifiedLog extends LogProof {
  readonly username: string;
}

/** Every user's log of one book, computed anew. */
export async function verifyBook(knex: Knex): Promise<readonly VerifiedLog[]> {
  const rows = await AccountRow.query(knex).select('username').orderBy('username');
  const logs: VerifiedLog[] = [];
  for (const { username } of rows) logs.push({ username, ...(await proveLog(knex, username)) });
  return logs;
}

/**
 * Whether a user's log has, or began before, the event of this hash. A log that was cut off at its end, or
 * computed anew as a whole, is unbroken in itself; that it lacks what was once its head gives it away.
 */
export async function containsHead(
  knex: Knex,
  { username, hash }: Pick<LogHead, 'username' | 'hash'>,
): Promise<boolean> {
  if (hash === GENESIS) return (await AccountRow.query(knex).findById(username)) !== undefined;
  return (await EventRow.query(knex).findOne({ username, hash })) !== undefined;
}
