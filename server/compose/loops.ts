import type { VenueName } from '../domain/venue.ts';
import { HintPulse, type HintPulseOptions } from '../loops/hint-pulse.ts';
import { LogChecks } from '../loops/log-checks.ts';
import { StartUp } from '../loops/start-up.ts';
import type { Log } from '../ports/log.ts';
import type { HintTally } from '../ports/venue-hints.ts';
import type { AccountTurns } from '../adapters/turns/account-turns.ts';
import type { BookDesk } from '../usecases/book-desk.ts';
import { stopParts, type Part } from './stop-parts.ts';

/** How long running turns may take, at shutdown, to receive answers to what they sent. */
const TURNS_MS = 5_000;

interface LoopParts extends Pick<HintPulseOptions, 'book' | 'hintsTo'> {
  /** Where hints come from. */
  readonly venue: VenueName;
  readonly desk: BookDesk;
  readonly turns: AccountTurns;
}

interface Books {
  readonly paper: Omit<LoopParts, 'venue'>;
  readonly real: Pick<LoopParts, 'book' | 'desk'> & {
    readonly live: Pick<LoopParts, 'hintsTo' | 'turns'> | null;
  };
}

/** What runs all the time in addition to the jobs of both books. `recovers`: false only for tests of crashes. */
export function composeLoops({ paper, real }: Books, recovers: boolean, log: Log) {
  const { live } = real;
  const logChecks = new LogChecks([real.desk, paper.desk], log);
  const books = [
    bookLoops({ ...paper, venue: 'TRADIER_SANDBOX' }, log),
    ...(live ? [bookLoops({ ...real, ...live, venue: 'TRADIER_LIVE' }, log)] : []),
  ];
  const running = [logChecks, ...(recovers ? books : [])];
  return {
    checks: running.map(({ check }) => check),
    tally: () => allTallies(books),
    /** Resolves to true once both books have recovered; to false when they are stopped before. */
    recovered: recovers ? allOf(books.map(({ ended }) => ended)) : Promise.resolve(true),
    start: () => {
      for (const loop of running) loop.start();
    },
    // Neither book's end waits for the other's.
    stopping: [
      ['the reading of logs', () => logChecks.stop()],
      ...books.map(({ stopping }) => ['a book', () => stopParts(stopping, log)] as const),
    ] satisfies readonly Part[],
  };
}

/** What runs in addition to one book's jobs: its recovery after a start, and the syncs that its venue hints at. */
function bookLoops({ venue, book, desk, hintsTo, turns }: LoopParts, log: Log) {
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
    ended: startUp.ended,
    tally: () => hints.tally(),
    start: () => {
      startUp.start();
      hints.start();
    },
    stopping,
  };
}

async function allOf(answers: readonly Promise<boolean>[]): Promise<boolean> {
  return (await Promise.all(answers)).every(Boolean);
}

function allTallies(loops: readonly ReturnType<typeof bookLoops>[]): HintTally {
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
