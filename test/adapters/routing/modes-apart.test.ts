import { expect, it } from 'vitest';
import { UserBrokers } from '../../../server/adapters/routing/user-brokers.ts';
import { UserSources } from '../../../server/adapters/routing/user-sources.ts';
import type { Book } from '../../../server/ports/book.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';

const venue = { of: async () => null, forEntries: async () => null, whyNone: async () => 'none' };

/** The compiler is the test: each `@ts-expect-error` fails `npm run check` once the line below it is allowed. */
it('gives a book no venue of the other mode', async () => {
  // @ts-expect-error PAPER takes no live venue.
  const paper = new UserBrokers('PAPER', { TRADIER_LIVE: venue });
  // @ts-expect-error REAL takes no sandbox.
  const real = new UserSources('REAL', { TRADIER_SANDBOX: async () => null });
  expect([paper.mode, real.mode]).toEqual(['PAPER', 'REAL']);
});

it('gives the desk of one mode no book of the other', () => {
  const real = { mode: 'REAL' } as Book<'REAL'>;
  // @ts-expect-error A PAPER desk takes no REAL book.
  const deps: Pick<BookDeps<'PAPER'>, 'book'> = { book: real };
  expect(deps.book.mode).toBe('REAL');
});
