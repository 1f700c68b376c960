import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

const SNAPSHOT = { isolationLevel: 'repeatable read', readOnly: true } as const;

/**
 * Everything that `read` reads through its argument is as of one moment; inside a transaction, as of that
 * transaction. Postgres takes a snapshot that never waits. SQLite starts a transaction on its one connection,
 * which sees the file as of its first statement, whatever other processes write.
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
