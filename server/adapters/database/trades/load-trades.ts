import type { Knex } from 'knex';
import type { Trade, TradeAggregate } from '../../../domain/trade/trade.ts';
import { among } from '../sql/chunks.ts';
import { countingOrdersOf } from './load-orders.ts';
import { SettlementRow } from './settlement-row.ts';
import { tradeFromRow, type TradeRow } from './trade-row.ts';

/** The trades of these rows, in the same order, with their settlements. */
export async function tradesOf(knex: Knex, rows: readonly TradeRow[]): Promise<readonly Trade[]> {
  const ids = rows.map(({ id }) => id);
  const settlements = await SettlementRow.query(knex).where(among(knex, 'trade_id', ids));
  const byTrade = new Map(settlements.map((row) => [row.trade_id, row]));
  return rows.map((row) =>
    tradeFromRow(Object.assign(row, { settlement: byTrade.get(row.id) ?? null })),
  );
}

/** The same with the orders that count: see `countingOrdersOf`. */
export async function aggregatesOf(
  knex: Knex,
  rows: readonly TradeRow[],
  tags: readonly string[] = [],
): Promise<readonly TradeAggregate[]> {
  const trades = await tradesOf(knex, rows);
  const ids = rows.map(({ id }) => id);
  const orders = await countingOrdersOf(knex, ids, tags);
  return trades.map((trade) => ({ trade, orders: orders.get(trade.id) ?? [] }));
}
