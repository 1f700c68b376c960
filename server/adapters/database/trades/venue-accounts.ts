import type { Knex } from 'knex';
import type { Trade } from '../../../domain/trade/trade.ts';
import { accountKey, type UserAccount } from '../../../ports/turns.ts';
import { activeAccounts } from './active-accounts.ts';

/** Records, once, that a trade was made in an account. */
export async function noteAccount(
  trx: Knex,
  { username, venue, venueAccount: account }: Trade,
): Promise<void> {
  await trx('venue_accounts')
    .insert({ username, venue, account })
    .onConflict(['username', 'venue', 'account'])
    .ignore();
}

/** Active accounts first, then every account at a real venue that ever had a trade. */
export async function tradedAccounts(
  knex: Knex,
  endedSince: Date,
): Promise<readonly UserAccount[]> {
  const active = await activeAccounts(knex, endedSince);
  const known = new Set(active.map(accountKey));
  const used = await knex('venue_accounts')
    .whereNot('venue', 'SIMULATED')
    .orderBy(['username', 'venue', 'account'])
    .select<UserAccount[]>('username', 'venue', 'account');
  return [...active, ...used.filter((account) => !known.has(accountKey(account)))];
}
