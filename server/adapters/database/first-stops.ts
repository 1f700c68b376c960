import type { Knex } from 'knex';
import { dec, type Decimal } from '../../domain/decimal.ts';
import { isPostgres } from './dialect.ts';

/** Of each trade the stop in its first event, where its ticket lies; absent where it had none. */
export async function firstStops(
  knex: Knex,
  username: string,
  tradeIds: readonly string[],
): Promise<ReadonlyMap<string, Decimal>> {
  const path = ['trade', 'bracket', 'stopLoss'];
  const stop = isPostgres(knex)
    ? knex.raw('payload::jsonb #>> ? AS stop', [`{${path.join(',')}}`])
    : knex.raw('json_extract(payload, ?) AS stop', [`$.${path.join('.')}`]);
  const first = knex('events')
    .where({ username, kind: 'TRADE' })
    .whereIn('trade_id', [...tradeIds])
    .groupBy('trade_id')
    .min('sequence');
  const rows = await knex('events')
    .where({ username })
    .whereIn('sequence', first)
    .select<{ trade_id: string; stop: string | null }[]>('trade_id', stop);
  return new Map(rows.flatMap((row) => (row.stop === null ? [] : [[row.trade_id, dec(row.stop)]])));
}
