import type { Username } from '../../domain/ids.ts';
import type { Alert } from '../../domain/account/alert.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/** Marks an alert as read. @throws {Refusal} NOT_FOUND, also for another user's alert. */
export async function acknowledgeAlert(
  { book, clock }: Pick<BookDeps, 'book' | 'clock'>,
  username: Username,
  id: string,
): Promise<Alert> {
  const at = clock.now();
  const alert = await book.change(username, (change) => change.acknowledge(id, at));
  if (!alert) throw new Refusal('NOT_FOUND', `There is no alert ${id}.`);
  return alert;
}
