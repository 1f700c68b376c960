import type { Knex } from 'knex';
import { isWorking, ORDER_STATUSES } from '../../../domain/order/order-status.ts';

const WORKING = ORDER_STATUSES.filter(isWorking);
/** A filled one may be corrected, the others may have filled after all. */
const ENDED = ['FILLED', 'CANCELED', 'EXPIRED', 'REJECTED'];

/** Orders of every user that may still fill and, where it is given, those that filled or ended since. */
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
