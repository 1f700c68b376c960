import type { VenueName } from '../domain/venue.ts';
import { HintPulse, type HintPulseOptions } from '../loops/hint-pulse.ts';
import { StartUp } from '../loops/start-up.ts';
import type { Log } from '../ports/log.ts';
import type { HintTally } from '../ports/venue-hints.ts';
import type { AccountTurns } from '../adapters/turns/account-turns.ts';
import type { BookDesk } from '../usecases/book-desk.ts';
import type { Part } from './stop-parts.ts';

/** How long running turns may take, at shutdown, to receive answers to what they sent. */
const TURNS_MS = 5_000;

interface LoopParts extends Pick<HintPulseOptions, 'book' | 'hintsTo'> {
  /** Where hints come from. */
  readonly venue: VenueName;
  readonly desk: BookDesk;
  readonly turns: AccountTurns;
}

export type BookLoops = ReturnType<typeof bookLoops>;

/** What runs beside one book's jobs: its recovery after a start, and the syncs that its venue hints at. */
export function bookLoops({ venue, book, desk, hintsTo, turns }: LoopParts, log: Log) {
  const accounts = desk.mode === 'REAL' ? 'REAL accounts' : 'accounts';
  const startUp = new StartUp(desk, log, accounts);
  const sync = (username: string) => desk.syncOrders.at(username, venue);
  const hints = new HintPulse({ venue, book, hintsTo, log, sync });
  const stopping: readonly (readonly Part[])[] = [
    [[`hints of ${desk.mode}`, () => hints.stop()]],
    [
      [`the start-up of ${desk.mode}`, () => startUp.stop()],
      [`turns of ${desk.mode}`, () => turns.stop(TURNS_MS)],
    ],
  ];
  return {
    check: startUp.check,
    tally: () => hints.tally(),
    start: () => {
      startUp.start();
      hints.start();
    },
    stopping,
  };
}

export function allTallies(loops: readonly BookLoops[]): HintTally {
  const none = { open: 0, connects: 0, hints: 0, unreadable: 0 };
  return loops
    .map((each) => each.tally())
    .reduce(
      (sum, each) => ({
        open: sum.open + each.open,
        connects: sum.connects + each.connects,
        hints: sum.hints + each.hints,
        unreadable: sum.unreadable + each.unreadable,
      }),
      none,
    );
}
