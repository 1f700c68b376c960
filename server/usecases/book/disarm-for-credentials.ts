import { mayStillEnter } from '../../domain/trade/held-by-desk.ts';
import type { Username } from '../../domain/ids.ts';
import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import { endWaitingEntries } from './end-waiting-entries.ts';

/** What was proven is another token than the one stored: no arming outlives the credentials it was given for. */
export async function disarmForCredentials(
  book: Pick<Book, 'read' | 'change'>,
  username: Username,
  clock: Clock,
): Promise<void> {
  // Most have none, and not everybody has an account in this book. Entries outlive an arming that has run out.
  const read = book.read(username);
  if (
    !(await read.arming()) &&
    !(await read.activeTrades()).some(({ trade }) => mayStillEnter(trade))
  )
    return;
  await book.change(username, async (change) => {
    const why = 'the credentials of its account were changed';
    await endWaitingEntries(change, { at: clock.now(), actor: 'desk', why });
    const arming = await change.arming();
    if (!arming) return;
    await change.disarm();
    await change.append({
      type: 'REAL_DISARMED',
      occurredAt: clock.now(),
      actor: 'desk',
      message: 'Disarmed: the credentials of its account were changed.',
      tradeId: null,
      detail: { armed: arming.id },
    });
  });
}
