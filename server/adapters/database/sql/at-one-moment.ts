import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

const SNAPSHOT = { isolationLevel: 'repeatable read', readOnly: true } as const;

/**
 * All that `read` reads through what it is given is of one moment; within a transaction, of that one's. On
 * Postgres a snapshot that never waits; on SQLite a transaction of the one connection, which reads of the
 * file's state at its first statement, whatever other processes write.
 */
export function atOneMoment<T>(
  knex: Knex,
  read: (moment: Knex.Transaction) => Promise<T>,
): Promise<T> {
  if (isTransaction(knex)) return read(knex);
  return knex.transaction(read, isPostgres(knex) ? SNAPSHOT : {});
}

function isTransaction(knex: Knex): knex is Knex.Transaction {
  return knex.isTransaction === true;
}
