import type { Knex } from 'knex';
import type { TradeId } from '../../../domain/ids.ts';
import { needsDesk } from '../../../domain/exits/needs-desk.ts';
import { changedOrders } from '../../../domain/order/changed-orders.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { NewTradeEvent } from '../../../domain/trade/trade-event.ts';
import { ordersThatCount } from '../../../domain/reports/orders-that-count.ts';
import type { Trade, TradeAggregate } from '../../../domain/trade/trade.ts';
import { StaleTrade } from '../../../ports/book.ts';
import { fromColumns, namesOf, type Columns, type Shape } from '../sql/record-shape.ts';
import { settlementToRow } from './settlement-row.ts';
import { changedColumns, tradeToRow } from './trade-to-row.ts';
import { retireOrders, writeOrders } from './write-orders.ts';

/** The fields of a stored trade from which its next change is computed. */
export type StoredTrade = Pick<
  Trade,
  | ('version' | 'username' | 'side' | 'openQuantity' | 'openCost')
  | ('realizedPnl' | 'fees' | 'cashFlow' | 'closedAt')
>;
const STORED: Shape<StoredTrade> = {
  ...{ version: 'number', username: 'text', side: 'text' },
  ...{ openQuantity: 'decimal', openCost: 'decimal', closedAt: 'time' },
  ...{ realizedPnl: 'decimal', fees: 'decimal', cashFlow: 'decimal' },
};

/** The stored trade, which must be the one that the change was decided on. @throws {StaleTrade} */
export async function storedTrade(
  trx: Knex.Transaction,
  before: Trade | null,
  after: Trade,
): Promise<StoredTrade | null> {
  const asked = trx('trades').where({ id: after.id });
  const row = await asked.first<object | undefined>(...namesOf(STORED));
  const found = row ? fromColumns(row, STORED) : null;
  const stored = found?.username === after.username ? found : null;
  const expected = before === null ? found === null : stored?.version === before.version;
  if (!expected) {
    const at = stored ? `at version ${stored.version}` : 'not there';
    throw new StaleTrade(`Trade ${after.id} is ${at}, not at ${before?.version ?? 0}.`);
  }
  return stored;
}

/**
 * Each version is one event. Refuses a trade whose version moved on without an event, and a change without
 * either: readers know a trade by its version.
 */
export function checkVersions(
  before: Pick<Trade, 'version'> | null,
  after: Trade,
  events: readonly NewTradeEvent[],
): void {
  let version = before?.version ?? 0;
  for (const { trade } of events)
    if (trade.id !== after.id || trade.version !== ++version)
      throw new Error(`Event of ${trade.id} at ${trade.version}, due: ${after.id} at ${version}.`);
  if (after.version !== version)
    throw new Error(`Trade ${after.id} is at version ${after.version}, its events at ${version}.`);
  if (events.length === 0) throw new Error(`A change of trade ${after.id} has no event.`);
}

/** A trade as it is now stored: its row, and the orders that count. */
export interface Written {
  readonly row: Columns;
  readonly counting: readonly Order[];
}

/**
 * Writes only what changed, however long the trade's history. `before` is what the decision was based on; a
 * mark that arrived since is newer than its mark. `at`: when it changed.
 * @throws {StaleTrade} the stored trade differs from `before`.
 */
export async function writeTrade(
  trx: Knex.Transaction,
  before: TradeAggregate | null,
  { trade, orders }: TradeAggregate,
  at: Date,
): Promise<Written> {
  const counting = ordersThatCount(orders, at);
  const guarded_version = needsDesk({ trade, orders: counting }) ? null : trade.version;
  const row = { ...tradeToRow(trade), guarded_version };
  await writeRow(trx, before?.trade ?? null, trade.id, row);
  const known = before?.orders ?? null;
  const changed = changedOrders(known ?? [], orders);
  await writeOrders(trx, trade.username, changed, { known, after: orders, counting });
  const ids = new Set(counting.map(({ id }) => id));
  const past = orders.filter(({ id }) => !ids.has(id));
  await retireOrders(
    trx,
    past.map(({ id }) => id),
  );
  if (trade.settlement)
    await trx('settlements')
      .insert(settlementToRow(trade, trade.settlement))
      .onConflict('trade_id')
      // The settling close never changes; whether its shares arrived is learned later.
      .merge(['delivery', 'shares']);
  return { row, counting };
}

async function writeRow(
  trx: Knex.Transaction,
  before: Trade | null,
  id: TradeId,
  row: Columns,
): Promise<void> {
  if (before === null) return void (await trx('trades').insert(row));
  const { version } = before;
  const changed = changedColumns(before, row);
  const written = await trx('trades').where({ id, version }).update(changed);
  if (written !== 1) throw new StaleTrade(`Trade ${id} is no longer at version ${version}.`);
}
