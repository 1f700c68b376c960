import type { Knex } from 'knex';
import { AccountRow, accountFromRow } from './account-row.ts';
import { verifyChain, type ChainFault } from './verify-chain.ts';

/** What the log of one user was found to be. */
export interface VerifiedLog {
  readonly username: string;
  /** How many events the account knows of, and the hash of the last: kept elsewhere, it proves that none was rewritten since. */
  readonly events: number;
  readonly hash: string;
  readonly fault: ChainFault | null;
}

/** Every user's log of one book, computed anew. */
export async function verifyBook(knex: Knex): Promise<readonly VerifiedLog[]> {
  const rows = await AccountRow.query(knex).orderBy('username');
  const logs: VerifiedLog[] = [];
  for (const { username, sequence, hash } of rows.map(accountFromRow))
    logs.push({ username, events: sequence, hash, fault: await verifyChain(knex, username) });
  return logs;
}
