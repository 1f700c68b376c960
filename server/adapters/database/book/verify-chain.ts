import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { storedAccount } from './account-row.ts';
import type { LogFault, LogProof } from '../../../domain/book/log-proof.ts';
import type { Account } from '../../../domain/account/account.ts';
import { EventRow, GENESIS, eventHash } from '../log/event-row.ts';

const BATCH = 500;

/**
 * Reads a user's whole log and recomputes its hashes. It finds rows that were altered, removed, moved or
 * added.
 * @throws {UnknownAccount}
 */
export async function proveLog(knex: Knex, username: Username): Promise<LogProof> {
  const end = await storedAccount(knex, username);
  const fault = await firstFault(knex, username, end);
  return { events: end.sequence, lastHash: end.hash, fault };
}

async function firstFault(knex: Knex, username: Username, end: Account): Promise<LogFault | null> {
  let sequence = 0;
  let hash = GENESIS;
  for (;;) {
    const events = await EventRow.query(knex)
      .where({ username })
      .where('sequence', '>', sequence)
      .where('sequence', '<=', end.sequence)
      .orderBy('sequence')
      .limit(BATCH);
    for (const event of events) {
      sequence += 1;
      if (event.sequence !== sequence) return { sequence, problem: 'MISSING' };
      hash = eventHash(hash, event);
      if (event.hash !== hash) return { sequence, problem: 'ALTERED' };
    }
    if (events.length < BATCH) break;
  }
  if (sequence < end.sequence) return { sequence: sequence + 1, problem: 'MISSING' };
  if (hash !== end.hash) return { sequence, problem: 'ALTERED' };
  return surplus(knex, username);
}

/**
 * Events may arrive meanwhile, so this reads the log first and then the account, which must know every event
 * read.
 */
async function surplus(knex: Knex, username: Username): Promise<LogFault | null> {
  const last = await EventRow.query(knex).where({ username }).orderBy('sequence', 'desc').first();
  const { sequence: known } = await storedAccount(knex, username);
  return last && last.sequence > known ? { sequence: known + 1, problem: 'SURPLUS' } : null;
}
