import { datesBetween } from '../domain/calendar/bookends.ts';
import { hasMissedTick, missedMarks } from '../domain/book/missed-marks.ts';
import type { CompletenessEntry } from '../ports/mark-writes.ts';
import type { BookDeps } from './book-deps.ts';
import { closedDays } from './closed-days.ts';

/**
 * Counts the marks that were due since the last tick of any server and that nobody was there to take.
 * Of several servers that find the same gap one counts it.
 */
export async function countMissedTicks(
  { book, clock, sources }: Pick<BookDeps, 'book' | 'clock' | 'sources'>,
  everyMs: number,
): Promise<void> {
  const until = clock.now();
  const after = await book.lastTick('take-snapshots');
  const gap = after && { after, until, everyMs };
  const held = gap && hasMissedTick(gap) ? await book.heldSince(gap.after) : [];
  const dates = held.length > 0 && gap ? datesBetween(gap.after, gap.until) : [];
  const closed = await closedDays({ sources }, held, dates);
  const missed = gap ? missedMarks(held, gap, closed) : [];
  const entries = missed.map(({ username, date, from, to, count }): CompletenessEntry => ({
    ...{ username, date, from, at: to, expected: count, taken: 0 },
    cause: 'desk was not running',
  }));
  await book.passTick('take-snapshots', { from: after, to: until, missed: entries });
}
