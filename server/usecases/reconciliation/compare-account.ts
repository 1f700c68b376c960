import type { UserAccount } from '../../ports/turns.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { Reconcile } from './reconcile.ts';

/** Reads an account completely, even with nothing under way there, and updates the book. */
export async function compareAccount(
  { brokers, gate }: Pick<BookDeps, 'brokers' | 'gate'>,
  reconcile: Reconcile,
  account: UserAccount,
): Promise<void> {
  await reconcile.user(account.username, account);
  const broker = await brokers.of(account.username, account);
  if (!gate?.wasRead(account, 'ORDERS')) await broker?.orders();
  if (!gate?.wasRead(account, 'POSITIONS')) await broker?.positions();
}
