import type { BookReader } from '../../ports/book.ts';

/** While one of these alerts is open, no stored token has access to its account. */
const SHUT = ['ACCOUNT_UNREACHABLE', 'TOKEN_REFUSED'] as const;

/** A user's accounts, in `describeAccount`, that the desk cannot reach. */
export async function shutAccounts(
  reader: Pick<BookReader, 'standing'>,
): Promise<ReadonlySet<string>> {
  const standing = await Promise.all(SHUT.map((kind) => reader.standing(kind)));
  return new Set(standing.flat().map(({ about }) => about));
}
