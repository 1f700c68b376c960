import { RandomSessionTokens } from '../adapters/system/random-session-tokens.ts';
import { SystemClock } from '../adapters/system/system-clock.ts';
import { ArgonPasswords } from '../adapters/vault/argon-passwords.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import type { User } from '../domain/account/user.ts';
import { dec, ZERO } from '../domain/decimal.ts';
import type { Book } from '../ports/book.ts';
import { createAccounts } from '../usecases/accounts/accounts.ts';
import type { Core } from './core.ts';

/** The first deposit of a PAPER book. A REAL book starts at the broker's figures, so with no deposit. */
const FIRST_DEPOSIT = dec(100_000);

interface Books {
  readonly paper: { readonly book: Book; readonly startDemo: (now: Date) => Promise<User> };
  readonly real: { readonly book: Book };
}

export function composeAccounts(config: SharedConfig, core: Core, { paper, real }: Books) {
  const tokens = new RandomSessionTokens();
  const openReal = (user: User, now: Date) => real.book.openAccount(user.username, ZERO, now);
  const accounts = createAccounts({
    ...core.shared,
    doorClock: new SystemClock(),
    sessions: core.sessions,
    apiTokens: core.apiTokens,
    passwords: new ArgonPasswords(),
    tokens,
    openBooks: async (user, now) => {
      if (!user.demo) await paper.book.openAccount(user.username, FIRST_DEPOSIT, now);
      await openReal(user, now);
    },
    books: [paper.book, real.book],
    startDemo: async (now) => {
      const user = await paper.startDemo(now);
      await openReal(user, now);
      return user;
    },
    signUpPolicy: config.signUpPolicy,
    loopbackOnly: config.loopbackOnly,
  });
  return { accounts, tokens };
}
