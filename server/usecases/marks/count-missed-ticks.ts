import { grouped } from '../../domain/grouped.ts';
import { datesBetween } from '../../domain/market/bookends.ts';
import {
  hasMissedTick,
  missedMarks,
  splitGap,
  type MissedMarks,
} from '../../domain/book/missed-marks.ts';
import type { CompletenessEntry } from '../../ports/mark-writes.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { inParts } from '../steps/in-parts.ts';
import { closedDays } from './closed-days.ts';

/** When the last tick of this server ended, and why ticks that came due meanwhile were missed. */
export interface HeldUp {
  readonly until: Date;
  readonly cause: string;
}

/**
 * Counts the marks due since the last tick of any server that no server took: its own last tick still ran, or no
 * server was running. Of several servers that find the same gap, one counts it.
 */
export async function countMissedTicks(
  { book, clock, sources, timers }: Pick<BookDeps, 'book' | 'clock' | 'sources' | 'timers'>,
  everyMs: number,
  heldUp: HeldUp | null,
): Promise<void> {
  const until = clock.now();
  const after = await book.lastTick('take-snapshots');
  const gap = after && { after, until, everyMs };
  const held = gap && hasMissedTick(gap) ? await book.heldSince(gap.after) : [];
  const dates = held.length > 0 && gap ? datesBetween(gap.after, gap.until) : [];
  const closed = await closedDays({ sources, timers }, held, dates);
  const parts = gap && splitGap(gap, heldUp?.until ?? gap.after);
  const missed: CompletenessEntry[] = [];
  const ofUsers = [...grouped(held, ({ username }) => username).values()];
  if (parts)
    for await (const some of inParts(timers, ofUsers, USERS_AT_ONCE)) {
      const trades = some.flat();
      missed.push(
        ...missedMarks(trades, parts.held, closed).map(entry(heldUp?.cause ?? NOT_RUNNING)),
        ...missedMarks(trades, parts.absent, closed).map(entry(NOT_RUNNING)),
      );
    }
  await book.passTick('take-snapshots', { from: after, to: until, missed });
}

const USERS_AT_ONCE = 50;
const NOT_RUNNING = 'desk was not running';

function entry(cause: string) {
  return ({ username, date, from, to, count }: MissedMarks): CompletenessEntry => ({
    ...{ username, date, from, at: to, expected: count, taken: 0 },
    cause,
  });
}
