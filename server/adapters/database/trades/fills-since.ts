import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { OrderRole } from '../../../domain/order/order.ts';
import type { TradeFill } from '../../../ports/book-records.ts';
import { fillFromRow, type FillRow } from './fill-row.ts';

/** A user's fills at or after an instant, found by fill time, whatever the state of their trades. */
export async function fillsSince(
  knex: Knex,
  username: Username,
  from: Date,
): Promise<readonly TradeFill[]> {
  const rows: (FillRow & { trade_id: string; role: OrderRole })[] = await knex('fills')
    .join('orders', 'orders.id', 'fills.order_id')
    .where('fills.username', username)
    .where('fills.filled_at', '>=', from.getTime())
    .orderBy(['fills.filled_at', 'fills.id'])
    .select('fills.*', 'orders.trade_id', 'orders.role');
  return rows.map((row) => ({ ...fillFromRow(row), tradeId: row.trade_id, role: row.role }));
}
