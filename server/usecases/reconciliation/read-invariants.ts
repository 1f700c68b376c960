import type { Username } from '../../domain/ids.ts';
import { notYetCompared, type InvariantCheck } from '../../domain/reconciliation/invariant.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/** All checks of a user's book; accounts not read since the start count as not compared yet. */
export async function readInvariants(
  { book, gate }: Pick<BookDeps, 'book' | 'gate'>,
  username: Username,
): Promise<readonly InvariantCheck[]> {
  const checks = await book.read(username).invariantChecks();
  return checks.map((check) =>
    !gate || check.within || gate.isOpen({ ...check, username }) ? check : notYetCompared(check),
  );
}
