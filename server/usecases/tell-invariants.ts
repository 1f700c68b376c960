import { conditionOf, differenceWords } from '../domain/book/told-difference.ts';
import type { InvariantCheck } from '../domain/book/invariant.ts';
import type { BookChange } from '../ports/book.ts';

/** The alert of each invariant that differs, ended where it holds; where that is unknown, it stays. */
export async function tellInvariants(
  change: BookChange,
  checks: readonly InvariantCheck[],
  at: Date,
): Promise<void> {
  for (const check of checks) {
    const { invariant, state, within } = check;
    const subject = `${check.venue} ${invariant}`;
    // A quantity that differs at the venue is told with its trade, as FOREIGN_CHANGE.
    if (state !== 'DIFFERS' || (invariant === 'QUANTITY' && !within)) {
      if (state !== 'UNKNOWN') await change.resolve('INVARIANT_BROKEN', subject, at);
      continue;
    }
    const message = differenceWords(check);
    const about = { message, tradeId: null, subject, condition: conditionOf(check) };
    const severity = within ? 'CRITICAL' : 'WARNING';
    await change.raise({ ...about, kind: 'INVARIANT_BROKEN', severity }, at);
  }
}
