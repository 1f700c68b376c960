import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { TaggedOrder } from '../../../domain/reports/late-order.ts';
import { among } from '../sql/chunks.ts';
import { flatOrderFromRow, type OrderRow } from './order-row.ts';

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
