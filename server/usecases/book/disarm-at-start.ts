import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Armings } from '../../ports/real-money.ts';
import { heldByDesk, mayStillEnter } from '../../domain/trade/held-by-desk.ts';
import { endWaitingEntries } from './end-waiting-entries.ts';

/**
 * No arming outlives the start of a server, whichever server it is. Each ends in the transaction that logs it, so
 * that the log shows who is armed wherever this stops; the next start ends the rest. Entries that waited at the desk
 * end too, because no user is armed by now.
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
  await endAllWaiting(book, clock);
}

async function endAllWaiting(book: Book, clock: Clock): Promise<void> {
  const accounts = (await book.activeAccounts()).filter(heldByDesk);
  for (const username of new Set(accounts.map((account) => account.username))) {
    const active = await book.read(username).activeTrades();
    if (!active.some(({ trade }) => mayStillEnter(trade))) continue;
    const why = 'a server started, and nobody is armed';
    const by = { at: clock.now(), actor: 'desk', why };
    await book.change(username, (change) => endWaitingEntries(change, by));
  }
}
