import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Order } from '../../../domain/order/order.ts';
import { among, chunksOf } from '../sql/chunks.ts';
import { fillToRow } from './fill-row.ts';
import { orderToRow } from './order-row.ts';
import { oneSwapAMint } from './swap-under-way.ts';

/**
 * Stores new and changed orders, each with its new or corrected fills. `after`: all orders of the trade after
 * the decision.
 * @throws {SwapUnderWay}
 */
export async function writeOrders(
  trx: Knex.Transaction,
  username: Username,
  orders: readonly Order[],
  { after, counting }: { after: readonly Order[]; counting: ReadonlySet<string> },
): Promise<void> {
  const [first] = orders;
  if (!first) return;
  const lastFills = new Map(after.map(({ id, fills }) => [id, fills.at(-1)?.id]));
  const position = await nextPosition(trx('orders').where('trade_id', first.tradeId), 'trade');
  const rows = orders.map((order, at) =>
    orderToRow(order, username, {
      position: position + at,
      counts: counting.has(order.id),
      lastFill: lastFills.get(order.id) ?? null,
    }),
  );
  for (const part of chunksOf(rows))
    await oneSwapAMint(async () => {
      await trx('orders')
        .insert(part)
        .onConflict('id')
        // An existing order keeps its position.
        .merge(Object.keys(part[0] ?? {}).filter((column) => column !== 'position_in_trade'))
        .where('orders.username', username);
    });
  for (const order of orders) await writeFills(trx, username, order);
}

/** Marks orders that no rule reads any more. */
export async function retireOrders(trx: Knex.Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx('orders')
    .where(among(trx, 'id', ids))
    .where('counts', 1)
    .update({ counts: 0 });
}

async function writeFills(trx: Knex.Transaction, username: Username, order: Order): Promise<void> {
  if (order.fills.length === 0) return;
  const position = await nextPosition(trx('fills').where('order_id', order.id), 'order');
  const rows = order.fills.map((fill, at) => fillToRow(fill, username, position + at));
  for (const part of chunksOf(rows))
    // A correction changes only a fill's price, and its value with it.
    await trx('fills')
      .insert(part)
      .onConflict('id')
      .merge(['price', 'value'])
      .where('fills.username', username);
}

/** The position after the last stored one, loaded or not. Gaps have no meaning. */
async function nextPosition(stored: Knex.QueryBuilder, whole: 'trade' | 'order'): Promise<number> {
  const [row] = await stored.max<{ last: number | null }[]>({ last: `position_in_${whole}` });
  return (row?.last ?? -1) + 1;
}
