import type { Knex } from 'knex';
import { AccountRow } from './account-row.ts';
import type { LogProof } from '../../domain/book/log-proof.ts';
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
