import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { UserAccount } from '../../../ports/turns.ts';
import { UNGUARDED } from './narrow-reads.ts';
import { ordersAtVenue } from './orders-at-venue.ts';

interface AccountColumns {
  readonly username: Username;
  readonly venue: UserAccount['venue'];
  readonly venue_account: string;
  readonly protected: number;
}

/**
 * Accounts with a PENDING or OPEN trade, an order that may still fill, or an order that ended at or after
 * `endedSince`.
 */
export async function activeAccounts(
  knex: Knex,
  endedSince?: Date,
): Promise<readonly UserAccount[]> {
  const working = ordersAtVenue(knex, endedSince).select('trade_id');
  return accountsOf(
    knex('trades').where((any) => {
      void any.whereIn('phase', ['PENDING', 'OPEN']).orWhereIn('id', working);
    }),
  );
}

/** Accounts with an active trade that the desk itself may have to watch. */
export function unguardedAccounts(knex: Knex): Promise<readonly UserAccount[]> {
  return accountsOf(knex('trades').whereRaw(UNGUARDED));
}

/** Accounts with a settled trade whose shares the venue does not show yet. */
export function accountsAwaitingDelivery(knex: Knex): Promise<readonly UserAccount[]> {
  const awaited = knex('settlements').where('delivery', 'AWAITED').select('trade_id');
  return accountsOf(knex('trades').whereIn('id', awaited));
}

/** Accounts with an open trade that the venue does not protect come first. */
async function accountsOf(trades: Knex.QueryBuilder): Promise<readonly UserAccount[]> {
  const rows = await trades
    .groupBy('username', 'venue', 'venue_account')
    .select('username', 'venue', 'venue_account')
    .select<AccountColumns[]>(
      trades.client.raw(
        `min(CASE WHEN phase = 'OPEN' AND protection <> 'VENUE' THEN 0 ELSE 1 END) AS protected`,
      ) as Knex.Raw,
    )
    .orderBy(['protected', 'username', 'venue', 'venue_account']);
  return rows.map(({ username, venue, venue_account: account }) => ({ username, venue, account }));
}
