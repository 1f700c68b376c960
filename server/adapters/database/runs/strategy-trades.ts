import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { TradeAggregate } from '../../../domain/trade/trade.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { aggregatesOf } from '../trades/load-trades.ts';
import { ACTIVE, WORKING } from '../trades/orders-at-venue.ts';
import type { TradeRow } from '../trades/trade-row.ts';

/**
 * Trades of the user's strategies, or of one, that are pending, open or have an order under way: how many have ended
 * makes no difference. Oldest first.
 */
export function activeOf(
  knex: Knex,
  username: Username,
  strategyId: string | null,
): Promise<readonly TradeAggregate[]> {
  return whole(knex, (db) => {
    const theirs = () => {
      const trades = db('trades').where('trades.username', username);
      return strategyId === null
        ? trades.whereNotNull('trades.strategy_id')
        : trades.where('trades.strategy_id', strategyId);
    };
    const working = theirs()
      .join('orders', 'orders.trade_id', 'trades.id')
      .where('orders.username', username)
      .whereIn('orders.status', WORKING)
      .select('trades.id');
    const ids = theirs().whereIn('phase', ACTIVE).select('trades.id').union(working);
    return db('trades').where({ username }).whereIn('id', ids);
  });
}

/** Oldest first. */
export function filledSince(
  knex: Knex,
  username: Username,
  strategyId: string,
  from: Date,
): Promise<readonly TradeAggregate[]> {
  return whole(knex, (db) =>
    db('trades')
      .where({ username, strategy_id: strategyId })
      .where('placed_at', '>=', from.getTime())
      .whereNotNull('opened_at'),
  );
}

function whole(
  knex: Knex,
  query: (db: Knex) => Knex.QueryBuilder,
): Promise<readonly TradeAggregate[]> {
  return atOneMoment(knex, async (db) => {
    const rows = (await query(db).orderBy(['placed_at', 'id'])) as TradeRow[];
    return aggregatesOf(db, rows);
  });
}
