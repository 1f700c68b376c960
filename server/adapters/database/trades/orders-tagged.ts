import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Trade } from '../../../domain/trade/trade.ts';
import type { TaggedOrder } from '../../../domain/reports/late-order.ts';
import { among } from '../sql/chunks.ts';
import { flatOrderFromRow, type OrderRow } from './order-row.ts';

/** Whether some of the trade's orders with these tags no longer count. An index finds them by tag. */
export async function hasPastOrders(
  knex: Knex,
  { id, username }: Pick<Trade, 'id' | 'username'>,
  tags: readonly string[],
): Promise<boolean> {
  const found: { trade_id: string; counts: number }[] = await knex('orders')
    .where({ username })
    .where(among(knex, 'tag', tags))
    .select('trade_id', 'counts');
  return found.some(({ trade_id, counts }) => trade_id === id && counts !== 1);
}

export async function ordersTagged(
  knex: Knex,
  username: Username,
  tags: readonly string[],
): Promise<readonly TaggedOrder[]> {
  const found = knex('orders')
    .where({ username })
    .where(among(knex, 'tag', tags));
  const rows = (await found) as OrderRow[];
  return rows.map(flatOrderFromRow);
}
