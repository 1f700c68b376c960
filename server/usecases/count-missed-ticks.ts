import { hasMissedTick, missedMarks } from '../domain/book/missed-marks.ts';
import type { CompletenessEntry } from '../ports/book.ts';
import type { BookDeps } from './book-deps.ts';

/**
 * Counts the marks that were due since the last tick of any server and that nobody was there to take.
 * Of several servers that find the same gap one counts it.
 */
export async function countMissedTicks(
  { book, clock }: Pick<BookDeps, 'book' | 'clock'>,
  everyMs: number,
): Promise<void> {
  const until = clock.now();
  const after = await book.lastTick('take-snapshots');
  const gap = after && { after, until, everyMs };
  const missed = gap && hasMissedTick(gap) ? missedMarks(await book.heldSince(gap.after), gap) : [];
  const entries = missed.map(({ username, date, from, to, count }): CompletenessEntry => ({
    ...{ username, date, from, at: to, expected: count, taken: 0 },
    cause: 'desk was not running',
  }));
  await book.passTick('take-snapshots', { from: after, to: until, missed: entries });
}
