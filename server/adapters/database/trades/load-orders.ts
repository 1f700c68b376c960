import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Order } from '../../../domain/order/order.ts';
import { among } from '../sql/chunks.ts';
import { grouped } from '../../../domain/grouped.ts';
import type { FillRow } from './fill-row.ts';
import { orderFromRow, type OrderRow } from './order-row.ts';

/** Orders by trade, oldest first. A trade without orders is absent. */
type OrdersByTrade = ReadonlyMap<string, readonly Order[]>;

/** The orders that count, each with its last fill. `tags` adds the orders of these submissions, however old. */
export async function countingOrdersOf(
  knex: Knex,
  tradeIds: readonly TradeId[],
  tags: readonly string[],
): Promise<OrdersByTrade> {
  const query = knex<OrderRow, OrderRow[]>('orders').where(among(knex, 'trade_id', tradeIds));
  void query.where((any) => {
    void any.where('counts', 1);
    if (tags.length > 0) void any.orWhere(among(knex, 'tag', tags));
  });
  const orders = await query.orderBy('position_in_trade');
  const last = orders.flatMap(({ last_fill: id }) => id ?? []);
  return ordersFrom(orders, await fillsOf(knex).where(among(knex, 'id', last)));
}

/** All orders of these trades of a user, with all fills. */
export async function allOrdersOf(
  knex: Knex,
  username: Username,
  tradeIds: readonly TradeId[],
): Promise<OrdersByTrade> {
  const query = knex<OrderRow, OrderRow[]>('orders').where({ username });
  void query.where(among(knex, 'trade_id', tradeIds));
  const orders = await query.orderBy('position_in_trade');
  const ids = orders.map(({ id }) => id);
  const fills = fillsOf(knex).where(among(knex, 'order_id', ids));
  return ordersFrom(orders, await fills.orderBy('position_in_order'));
}

function fillsOf(knex: Knex): Knex.QueryBuilder<FillRow, FillRow[]> {
  return knex<FillRow, FillRow[]>('fills');
}

function ordersFrom(rows: readonly OrderRow[], fills: readonly FillRow[]): OrdersByTrade {
  const byOrder = grouped(fills, (fill) => fill.order_id);
  const read = (row: OrderRow) =>
    orderFromRow(Object.assign(row, { fills: byOrder.get(row.id) ?? [] }));
  const byTrade = grouped(rows, (row) => row.trade_id);
  return new Map([...byTrade].map(([id, orders]) => [id, orders.map(read)]));
}
