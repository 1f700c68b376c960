import { mayStillEnter } from '../../domain/trade/held-by-desk.ts';
import type { Username } from '../../domain/ids.ts';
import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import { endArming } from './end-arming.ts';

/** No arming outlives the credentials it was given for: it proved another token than the one now stored. */
export async function disarmForCredentials(
  book: Pick<Book, 'read' | 'change'>,
  username: Username,
  clock: Clock,
): Promise<void> {
  // Most users have no arming; some have no account in this book. Entries outlive an arming that has run out.
  const read = book.read(username);
  if (
    !(await read.arming()) &&
    !(await read.activeTrades()).some(({ trade }) => mayStillEnter(trade))
  )
    return;
  const by = { actor: 'desk', why: 'the credentials of its account were changed' };
  const says = () => 'Disarmed: the credentials of its account were changed.';
  await book.change(username, (change) => endArming(change, { ...by, says, at: clock.now() }));
}
