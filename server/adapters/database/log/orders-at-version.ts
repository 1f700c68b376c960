import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Order } from '../../../domain/order/order.ts';
import type { TradeVersion } from '../../../ports/book-records.ts';
import { among } from '../sql/chunks.ts';
import { allOrdersOf } from '../trades/load-orders.ts';
import { ordersAsOf } from './orders-as-of.ts';

/**
 * Orders in their state at a version of each trade. Current orders are read together; the log is read only
 * for trades that have changed since.
 */
export async function ordersAt(
  knex: Knex,
  username: Username,
  trades: readonly TradeVersion[],
): Promise<readonly (readonly Order[])[]> {
  const ids = [...new Set(trades.map(({ id }) => id))];
  const orders = await allOrdersOf(knex, username, ids);
  const versions = await versionsOf(knex, username, ids);
  const found: (readonly Order[])[] = [];
  for (const { id, version } of trades) {
    const isThere = versions.has(id);
    const hasMoved = isThere && versions.get(id) !== version;
    found.push(
      hasMoved ? await ordersWith(knex, username, { id, version }) : (orders.get(id) ?? []),
    );
  }
  return found;
}

async function versionsOf(
  knex: Knex,
  username: Username,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows: TradeVersion[] = await knex('trades')
    .where({ username })
    .where(among(knex, 'id', ids))
    .select('id', 'version');
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** A trade's version is the number of its events. */
async function ordersWith(
  knex: Knex,
  username: Username,
  { id: tradeId, version }: TradeVersion,
): Promise<readonly Order[]> {
  const event: { sequence: number } | undefined = await knex('events')
    .where({ username, trade_id: tradeId, kind: 'TRADE' })
    .orderBy('sequence')
    .offset(version - 1)
    .first('sequence');
  if (!event) throw new Error(`Trade ${tradeId} never was at version ${version}.`);
  const then = await ordersAsOf({ knex, username, tradeId }, [event.sequence]);
  return then.get(event.sequence) ?? [];
}
