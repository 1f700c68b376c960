import type { Book } from '../ports/book.ts';
import type { Clock } from '../ports/clock.ts';

/** A job that fails is told to everybody whose trades it serves, once until they have read it. */
export async function raiseJobFailure(
  book: Book,
  clock: Clock,
  job: string,
  reason: string,
): Promise<void> {
  const message = `The job ${job} failed: ${reason}`;
  for (const username of await book.activeUsers()) {
    await book.change(username, (change) =>
      change.raise(
        { kind: 'JOB_FAILED', severity: 'WARNING', message, tradeId: null },
        clock.now(),
      ),
    );
  }
}
