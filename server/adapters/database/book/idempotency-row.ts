import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { IdempotencyRecord } from '../../../ports/book-records.ts';

interface IdempotencyRow {
  username: Username;
  key: string;
  operation: string;
  input_digest: string;
  trade_id: string;
}

export async function idempotencyRecord(
  knex: Knex,
  username: Username,
  key: string,
): Promise<IdempotencyRecord | null> {
  const row = await knex<IdempotencyRow>('idempotency_keys').where({ username, key }).first();
  if (!row) return null;
  return { key, operation: row.operation, inputDigest: row.input_digest, tradeId: row.trade_id };
}
