import type { Book } from '../ports/book.ts';
import type { Clock } from '../ports/clock.ts';
import { SomeUsersFailed } from './each-user.ts';

/**
 * A job that fails is told to those whom it failed, or to everybody whose trades it serves; once until
 * they have read it. Its reason may name other users and their trades: that is for the log alone.
 */
export async function raiseJobFailure(
  book: Book,
  clock: Clock,
  job: string,
  error: unknown,
): Promise<void> {
  const message = `The job ${job} failed and is tried again; the server's log says why.`;
  const told = error instanceof SomeUsersFailed ? error.usernames : await book.activeUsers();
  for (const username of told) {
    await book.change(username, (change) =>
      change.raise(
        { kind: 'JOB_FAILED', severity: 'WARNING', message, tradeId: null },
        clock.now(),
      ),
    );
  }
}
