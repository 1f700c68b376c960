import type { Alert } from '../domain/book/alert.ts';
import { Refusal } from '../domain/refusal.ts';
import type { BookDeps } from './book-deps.ts';
import type { Actor } from './trading-system.ts';

/** @throws {Refusal} NOT_FOUND. */
export async function acknowledgeAlert(
  { book, clock }: Pick<BookDeps, 'book' | 'clock'>,
  { username }: Actor,
  id: string,
): Promise<Alert> {
  const at = clock.now();
  const alert = await book.change(username, (change) => change.acknowledge(id, at));
  if (!alert) throw new Refusal('NOT_FOUND', `There is no alert ${id}.`);
  return alert;
}
