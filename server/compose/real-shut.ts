import type { Knex } from 'knex';
import { SqlWallets } from '../adapters/database/book/sql-wallets.ts';
import { UserBrokers } from '../adapters/routing/user-brokers.ts';
import { UserSources } from '../adapters/routing/user-sources.ts';
import type { SqlBook } from '../adapters/database/book/sql-book.ts';
import { NO_TOKENS } from '../ports/token-trading.ts';
import { BookDesk } from '../usecases/book-desk.ts';
import type { Shared } from './shared.ts';

/** The REAL book while REAL_TRADING is off: stored and readable, without a venue, a market or a credential. */
export function shutReal(book: SqlBook<'REAL'>, knex: Knex, shared: Shared) {
  const sources = new UserSources('REAL', {});
  const desk = new BookDesk(
    {
      ...shared,
      ...{ book, sources, brokers: new UserBrokers('REAL', {}) },
      ...{ tokens: NO_TOKENS, mayTrade: false },
      wallets: { store: new SqlWallets(knex), chain: null },
    },
    shared.about,
  );
  return { book, desk, sources, live: null };
}
