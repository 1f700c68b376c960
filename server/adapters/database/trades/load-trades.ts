import type { Knex } from 'knex';
import type { Trade, TradeAggregate } from '../../../domain/trade/trade.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { among } from '../sql/chunks.ts';
import { countingOrdersOf } from './load-orders.ts';
import { SettlementRow } from './settlement-row.ts';
import { GLIMPSE, type Glimpse, type KnownTrades } from './trade-memory.ts';
import { tradeFromRow, type TradeRow } from './trade-row.ts';

/** The trades of these rows, in the same order, with their settlements. */
export async function tradesOf(knex: Knex, rows: readonly TradeRow[]): Promise<readonly Trade[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const settlements = await SettlementRow.query(knex).where(among(knex, 'trade_id', ids));
  const byTrade = new Map(settlements.map((row) => [row.trade_id, row]));
  return rows.map((row) =>
    tradeFromRow(Object.assign(row, { settlement: byTrade.get(row.id) ?? null })),
  );
}

/** The same as `tradesOf`, with the orders that count: see `countingOrdersOf`. */
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

/**
 * The trades that a query on `trades` finds, oldest first. One short statement is enough when all are known
 * at their row's version: it reads only columns that change without a new one. All is read at one moment.
 */
export async function knownOrRead(
  knex: Knex,
  known: KnownTrades,
  query: (db: Knex) => Knex.QueryBuilder,
): Promise<readonly TradeAggregate[]> {
  const glimpse = (db: Knex) =>
    query(db)
      .orderBy(['placed_at', 'id'])
      .select<Glimpse[]>(GLIMPSE.map((name) => `trades.${name}`));
  const seen = await glimpse(knex);
  const found = seen.map((row) => known.find(row));
  if (found.every((each) => each !== null)) return found;
  return atOneMoment(knex, async (db) =>
    readUnknown(db, known, db === knex ? seen : await glimpse(db)),
  );
}

/** The trades of rows that were read at the same moment. Each row has at least the `GLIMPSE` columns. */
export async function readUnknown(
  db: Knex,
  known: KnownTrades,
  rows: readonly Glimpse[],
): Promise<readonly TradeAggregate[]> {
  const found = rows.map((row) => known.find(row));
  if (found.every((each) => each !== null)) return found;
  const unknown = rows.filter((_, at) => found[at] === null).map(({ id }) => id);
  const whole = (await db('trades').where(among(db, 'id', unknown))) as TradeRow[];
  const read = await aggregatesOf(db, whole);
  const kept = whole.map((row, at) => [row.id, known.keep(row, read[at]!)] as const);
  const byId = new Map(kept);
  return rows.flatMap(({ id }, at) => found[at] ?? byId.get(id) ?? []);
}
