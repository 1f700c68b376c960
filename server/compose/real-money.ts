import type { Knex } from 'knex';
import { SqlArmings } from '../adapters/database/book/sql-armings.ts';
import { HmacConfirmations } from '../adapters/vault/hmac-confirmations.ts';
import type { Book } from '../ports/book.ts';
import type { Clock } from '../ports/clock.ts';
import type { RealAccounts, RealMoney } from '../ports/real-money.ts';
import { disarmAtStart } from '../usecases/book/disarm-at-start.ts';

/** What the REAL book needs in addition to what PAPER needs: give it to its `BookDeps`. */
export function composeRealMoney(secretKey: string, accounts: RealAccounts): RealMoney {
  return { accounts, confirmations: new HmacConfirmations(secretKey) };
}

/** Call it before this server listens, also while `REAL_TRADING` is off. `knex`: the REAL book's database. */
export function disarmEverybody(knex: Knex, book: Book<'REAL'>, clock: Clock): Promise<void> {
  return disarmAtStart(book, new SqlArmings(knex), clock);
}
