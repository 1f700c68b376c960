import type { Knex } from 'knex';
import type { Order } from '../../domain/order/order.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import { among, grouped } from './chunks.ts';
import { FillRow } from './fill-row.ts';
import { OrderRow, orderFromRow } from './order-row.ts';
import { SettlementRow } from './settlement-row.ts';
import { tradeFromRow, type TradeRow } from './trade-row.ts';

/** Trades of their rows, in their order, with their settlements. */
export async function tradesOf(knex: Knex, rows: readonly TradeRow[]): Promise<readonly Trade[]> {
  const ids = rows.map(({ id }) => id);
  const settlements = await SettlementRow.query(knex).where(among(knex, 'trade_id', ids));
  const byTrade = new Map(settlements.map((row) => [row.trade_id, row]));
  return rows.map((row) =>
    tradeFromRow(Object.assign(row, { settlement: byTrade.get(row.id) ?? null })),
  );
}

/** The same with their orders and fills. */
export async function aggregatesOf(
  knex: Knex,
  rows: readonly TradeRow[],
): Promise<readonly TradeAggregate[]> {
  const trades = await tradesOf(knex, rows);
  const orders = await ordersOf(
    knex,
    trades.map(({ id }) => id),
  );
  return trades.map((trade) => ({ trade, orders: orders.get(trade.id) ?? [] }));
}

/** Every order of these trades with its fills, oldest first; none for a trade without any. */
export async function ordersOf(
  knex: Knex,
  tradeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Order[]>> {
  const rows = await OrderRow.query(knex)
    .where(among(knex, 'trade_id', tradeIds))
    .orderBy(['trade_id', 'position_in_trade']);
  const orderIds = rows.map(({ id }) => id);
  const fills = await FillRow.query(knex)
    .where(among(knex, 'order_id', orderIds))
    .orderBy(['order_id', 'position_in_order']);
  const fillsByOrder = grouped(fills, (fill) => fill.order_id);
  const ordersByTrade = grouped(rows, (row) => row.trade_id);
  const read = (row: OrderRow) =>
    orderFromRow(Object.assign(row, { fills: fillsByOrder.get(row.id) ?? [] }));
  return new Map([...ordersByTrade].map(([id, orders]) => [id, orders.map(read)]));
}
