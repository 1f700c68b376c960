import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Armings } from '../../ports/real-money.ts';

/**
 * No arming outlives the start of a server, whichever server it is. Each ends in the transaction that logs it, so
 * that the log tells who is armed wherever this stops; what is left then, the next start ends.
 */
export async function disarmAtStart(book: Book, armings: Armings, clock: Clock): Promise<void> {
  for (const username of await armings.armed()) {
    await book.change(username, async (change) => {
      await change.disarm();
      await change.append({
        type: 'REAL_DISARMED',
        occurredAt: clock.now(),
        actor: 'desk',
        message: 'Disarmed: a server started.',
        tradeId: null,
        detail: null,
      });
    });
  }
}
