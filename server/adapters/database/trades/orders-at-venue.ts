import type { Knex } from 'knex';
import { isWorking, ORDER_STATUSES } from '../../../domain/order/order-status.ts';

const WORKING = ORDER_STATUSES.filter(isWorking);
/** A FILLED order may still be corrected; the others may turn out to have filled. */
const ENDED = ['FILLED', 'CANCELED', 'EXPIRED', 'REJECTED'];

/** Every user's orders that may still fill and, with `endedSince`, those that ended at or after it. */
export function ordersAtVenue(knex: Knex, endedSince?: Date): Knex.QueryBuilder {
  const ended = endedSince?.getTime();
  return knex('orders').where((any) => {
    void any.whereIn('status', WORKING);
    if (ended === undefined) return;
    void any.orWhere((late) => {
      void late.whereIn('status', ENDED).where('updated_at', '>=', ended);
    });
  });
}
