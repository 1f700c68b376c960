import type { Knex } from 'knex';
import { isPostgres } from '../sql/dialect.ts';

/**
 * The number of a transaction that writes marks; it must be the transaction's first statement. Null on
 * Postgres, where servers notify each other and no counter may make them wait.
 */
export async function nextMarkTurn(trx: Knex.Transaction): Promise<number | null> {
  if (isPostgres(trx)) return null;
  const [row] = await trx('mark_turns')
    .where({ id: 1 })
    .increment('last')
    .returning<{ last: number }[]>('last');
  return row?.last ?? null;
}
