import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { TradeAggregate } from '../../../domain/trade/trade.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { aggregatesOf } from '../trades/load-trades.ts';
import { ACTIVE, WORKING } from '../trades/orders-at-venue.ts';
import type { TradeRow } from '../trades/trade-row.ts';

/**
 * Trades of the user's strategies, or of one, that are pending, open or have an order under way, oldest
 * first. The cost does not grow with the number of ended trades.
 */
export function activeOf(
  knex: Knex,
  username: Username,
  strategyId: string | null,
): Promise<readonly TradeAggregate[]> {
  return atOneMoment(knex, async (db) => {
    const theirs = () => {
      const trades = db('trades').where('trades.username', username).select('trades.*');
      return strategyId === null
        ? trades.whereNotNull('trades.strategy_id')
        : trades.where('trades.strategy_id', strategyId);
    };
    // Each query has its own index: a database that sorted them would walk the whole book in that order.
    const active = (await theirs().whereIn('phase', ACTIVE)) as TradeRow[];
    const working = (await theirs()
      .join('orders', 'orders.trade_id', 'trades.id')
      .where('orders.username', username)
      .whereIn('orders.status', WORKING)) as TradeRow[];
    const rows = new Map([...active, ...working].map((row) => [row.id, row]));
    return aggregatesOf(db, [...rows.values()].sort(byPlacing));
  });
}

function byPlacing(one: TradeRow, other: TradeRow): number {
  return one.placed_at - other.placed_at || (one.id < other.id ? -1 : 1);
}
