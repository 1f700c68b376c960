import type { Knex } from 'knex';
import type { UserAccount } from '../../../ports/turns.ts';
import { isPostgres } from '../sql/dialect.ts';

interface NamedRow {
  readonly username: string;
  readonly account: string;
}

/** Accounts in Tradier's production for which settings hold an account id and a token, ordered by user. */
export async function liveAccounts(knex: Knex): Promise<readonly UserAccount[]> {
  const account = part(knex, 'accountId');
  const rows = (await knex('settings')
    .join('users', 'users.username_key', 'settings.username_key')
    .whereRaw(`${account} IS NOT NULL AND ${part(knex, 'sealed')} IS NOT NULL`)
    .select('users.username', knex.raw(`${account} AS account`))
    .orderBy('users.username')) as NamedRow[];
  return rows.map((row) => ({ ...row, venue: 'TRADIER_LIVE' }));
}

function part(knex: Knex, name: 'accountId' | 'sealed'): string {
  return isPostgres(knex)
    ? `settings.document::json #>> '{tradierLive,${name}}'`
    : `json_extract(settings.document, '$.tradierLive.${name}')`;
}
