import { SqlBook } from '../adapters/database/book/sql-book.ts';
import { UserBrokers } from '../adapters/routing/user-brokers.ts';
import { UserSources } from '../adapters/routing/user-sources.ts';
import { NO_TOKENS } from '../ports/token-trading.ts';
import { BookDesk } from '../usecases/book-desk.ts';
import type { Databases } from './databases.ts';
import type { Shared } from './shared.ts';

/**
 * The REAL book: stored and readable, but nothing can be sent from it. It has no venue, no market and no
 * credentials until real trading can be armed.
 */
export function composeReal(databases: Databases, shared: Shared) {
  const { clock, timers, ids, log, settings, feed, deskHalt, onUnlistedMove, about } = shared;
  const book = new SqlBook(databases.real, 'REAL', { feed, ids });
  const desk = new BookDesk(
    {
      book,
      brokers: new UserBrokers('REAL', {}),
      sources: new UserSources('REAL', {}),
      tokens: NO_TOKENS,
      settings,
      clock,
      timers,
      ids,
      log,
      mayTrade: false,
      deskHalt,
      onUnlistedMove,
    },
    about,
  );
  return { book, desk };
}
