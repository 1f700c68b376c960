import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Order } from '../../../domain/order/order.ts';
import { among, chunksOf } from '../sql/chunks.ts';
import type { Columns } from '../sql/record-shape.ts';
import { fillToRow } from './fill-row.ts';
import { orderToRow } from './order-row.ts';
import { oneSwapAMint } from './swap-under-way.ts';

interface OrdersOfChange {
  readonly known: readonly Order[] | null;
  readonly after: readonly Order[];
  readonly counting: readonly Order[];
}

/**
 * Stores new and changed orders, each with its new or corrected fills. `known`: the orders that the decision
 * was based on, null for a new trade; more may be stored. `after`: all of them after it; `counting`: those
 * that still count.
 * @throws {SwapUnderWay}
 */
export async function writeOrders(
  trx: Knex.Transaction,
  username: Username,
  orders: readonly Order[],
  { known, after, counting }: OrdersOfChange,
): Promise<void> {
  const stood = new Map(known?.map((order) => [order.id, order]));
  const lastFills = new Map(after.map(({ id, fills }) => [id, fills.at(-1)?.id]));
  const count = new Set(counting.map(({ id }) => id));
  const isNew = orders.some(({ id }) => !stood.has(id));
  const position =
    isNew && known !== null
      ? await nextPosition(trx('orders').where('trade_id', orders[0]!.tradeId), 'trade')
      : 0;
  const rows = orders.map((order, at) =>
    orderToRow(order, username, {
      position: position + at,
      counts: count.has(order.id),
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
  const fills: Columns[] = [];
  for (const order of orders)
    fills.push(...(await fillRows(trx, username, order, stood.get(order.id))));
  await writeFills(trx, username, fills);
}

/** Marks orders that no rule reads any more. */
export async function retireOrders(trx: Knex.Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx('orders')
    .where(among(trx, 'id', ids))
    .where('counts', 1)
    .update({ counts: 0 });
}

/** Rows of an order's fills. `known`: the order before, with its last fill; without one none is stored. */
async function fillRows(
  trx: Knex.Transaction,
  username: Username,
  { id, fills }: Order,
  known: Order | undefined,
): Promise<readonly Columns[]> {
  const follows = fills.length > 0 && known !== undefined && known.fills.length > 0;
  const position = follows ? await nextPosition(trx('fills').where('order_id', id), 'order') : 0;
  return fills.map((fill, at) => fillToRow(fill, username, position + at));
}

async function writeFills(
  trx: Knex.Transaction,
  username: Username,
  rows: readonly Columns[],
): Promise<void> {
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
