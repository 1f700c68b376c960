import type { AlertKind } from '../../domain/account/alert.ts';
import type { Username } from '../../domain/ids.ts';
import type { BookDeps } from './book-deps.ts';

/** Ends a user's alert about what is gone. Nearly always none stands, which costs no lock and no write. */
export async function endAlert(
  { book, clock }: Pick<BookDeps, 'book' | 'clock'>,
  username: Username,
  kind: AlertKind,
  about: string,
): Promise<void> {
  const standing = await book.read(username).standing(kind);
  if (!standing.some((each) => each.about === about)) return;
  await book.change(username, (change) => change.resolve(kind, about, clock.now()));
}
