import { SqlStrategyRuns } from '../adapters/database/runs/sql-strategy-runs.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { Book } from '../ports/book.ts';
import type { TradingSystem } from '../ports/trading-system.ts';
import { booksOf, type RunBook, type RunBooks } from '../usecases/run-control/run-books.ts';
import { StartStrategy, type StartDeps } from '../usecases/run-control/start-strategy.ts';
import { stopAround } from '../usecases/run-control/stop-around.ts';
import { StopStrategy } from '../usecases/run-control/stop-strategy.ts';
import { actorName } from '../usecases/steps/refuse.ts';
import type { Databases } from './databases.ts';

interface Side {
  readonly book: Book;
  readonly desk: { readonly trading: TradingSystem };
}

/** `live`: null while the server sends nothing with real money. */
export function runBooks(
  databases: Pick<Databases, 'paper' | 'real'>,
  sides: { readonly paper: Side; readonly real: Side & { readonly live: object | null } },
): RunBooks {
  const { paper, real } = databases;
  return {
    PAPER: runBook('PAPER', sides.paper, new SqlStrategyRuns(paper, 'PAPER'), true),
    REAL: runBook('REAL', sides.real, new SqlStrategyRuns(real, 'REAL'), sides.real.live !== null),
  };
}

function runBook(
  mode: TradingMode,
  { book, desk }: Side,
  runs: SqlStrategyRuns,
  mayTrade: boolean,
): RunBook {
  return { mode, runs, book, trading: desk.trading, mayTrade };
}

/** Starts and stops strategies. */
export function composeRunControl(deps: StartDeps) {
  const { log, books } = deps;
  const stop = new StopStrategy(deps);
  let ended: Awaited<ReturnType<StopStrategy['endAll']>> = [];
  let cancelling: Promise<void> = Promise.resolve();
  return {
    api: {
      ...{ start: new StartStrategy(deps, stop), stop },
      runs: booksOf(books, null).map(({ runs }) => runs),
      /** Ends the user’s arming with all that runs under it. */
      disarming: (username: string, disarm: () => Promise<void>, by = actorName({ username })) =>
        stopAround(stop, username, { actor: by }, disarm),
    },
    /** Before the server listens: with real money nothing runs on by itself. */
    prepare: async () => {
      ended = await stop.endAll('REAL', null, { actor: 'desk', why: 'a server started' });
    },
    start: () => {
      cancelling = stop
        .cancelAll('REAL', ended)
        .catch((error: unknown) =>
          log.error('Entries of strategies that no longer run were not canceled', { error }),
        );
    },
    stop: () => cancelling,
  };
}
