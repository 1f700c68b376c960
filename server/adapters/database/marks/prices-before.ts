import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { dec, type Decimal } from '../../../domain/decimal.ts';
import { tradesAmong } from '../sql/chunks.ts';

/** Each trade's last snapshot before `at`, found by one index lookup. */
export async function pricesBefore(
  knex: Knex,
  username: Username,
  tradeIds: readonly TradeId[],
  at: Date,
): Promise<ReadonlyMap<string, Decimal>> {
  const last = knex('snapshots')
    .select('id')
    .whereRaw('trade_id = trades.id')
    .where('taken_at', '<', at.getTime())
    .orderBy([
      { column: 'taken_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(1);
  const rows = await tradesAmong(knex, username, tradeIds)
    .join('snapshots', 'snapshots.id', knex.raw('(?)', [last]))
    .whereNotNull('snapshots.price')
    .select<{ id: string; price: string }[]>('trades.id', 'snapshots.price');
  return new Map(rows.map(({ id, price }) => [id, dec(price)]));
}
