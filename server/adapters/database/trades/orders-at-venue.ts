import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import { isWorking, ORDER_STATUSES } from '../../../domain/order/order-status.ts';
import { among } from '../sql/chunks.ts';

/** The phases of a trade that has not ended. */
export const ACTIVE = ['PENDING', 'OPEN'];

export const WORKING = ORDER_STATUSES.filter(isWorking);
/** A FILLED order may still be corrected; the others may turn out to have filled. */
const ENDED = ['FILLED', 'CANCELED', 'EXPIRED', 'REJECTED'];

/**
 * Every user's orders that may still fill and, with `endedSince`, those that ended at or after it or whose block
 * may still vanish.
 */
export function ordersAtVenue(knex: Knex, endedSince?: Date): Knex.QueryBuilder {
  return knex('orders').where((any) => {
    void any.whereIn('status', WORKING);
    if (!endedSince) return;
    void any.orWhere((late) => void hasEnded(late, endedSince));
    void any.orWhere((landed) => void mayVanish(landed));
  });
}

/** Ids of these users' trades that `BookReader.tradesAtVenue` finds. Each part follows its own index. */
export function idsAtVenue(
  knex: Knex,
  usernames: readonly Username[],
  endedSince?: Date,
): Knex.QueryBuilder {
  const theirs = (table: string) => knex(table).where(among(knex, 'username', usernames));
  const ids = theirs('trades')
    .whereIn('phase', ACTIVE)
    .select('id')
    .union(theirs('orders').whereIn('status', WORKING).select('trade_id'));
  if (!endedSince) return ids;
  return ids
    .union(hasEnded(theirs('orders'), endedSince).select('trade_id'))
    .union(mayVanish(theirs('orders')).select('trade_id'));
}

function hasEnded(orders: Knex.QueryBuilder, since: Date): Knex.QueryBuilder {
  return orders.whereIn('status', ENDED).where('updated_at', '>=', since.getTime());
}

/** Same condition as the index `orders_swap_unfinalized`. */
function mayVanish(orders: Knex.QueryBuilder): Knex.QueryBuilder {
  return orders.whereNotNull('swap_slot').whereNull('swap_finalized_at');
}
