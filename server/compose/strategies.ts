import { createHash } from 'node:crypto';
import os from 'node:os';
import { ThreadFiles } from '../adapters/strategy-host/import/thread-files.ts';
import { ThreadLiveHost } from '../adapters/strategy-host/live/thread-live-host.ts';
import { DeskKinds } from '../adapters/strategy-host/kinds/desk-kinds.ts';
import { shippedSource } from '../adapters/strategy-host/kinds/shipped-source.ts';
import { FileSpools } from '../adapters/system/file-spools.ts';
import { ThreadPool } from '../adapters/strategy-host/pool/thread-pool.ts';
import type { Knex } from 'knex';
import type { Book } from '../ports/book.ts';
import type { FillCalibrations } from '../ports/fill-calibrations.ts';
import type { Users } from '../ports/desk.ts';
import type { MarketReader } from '../ports/market-reader.ts';
import { SHIPPED } from '../strategies/index.ts';
import { BacktestWorkers } from '../usecases/strategies/backtest-workers.ts';
import { ClearDataSets } from '../usecases/strategies/clear-data-sets.ts';
import { DeleteDataSet } from '../usecases/strategies/delete-data-set.ts';
import { JudgeSweep } from '../usecases/strategies/judge-sweep.ts';
import { DrawTrades } from '../usecases/strategies/draw-trades.ts';
import { FollowCode } from '../usecases/strategies/follow-code.ts';
import { ImportData } from '../usecases/strategies/import-data.ts';
import { RunBacktests } from '../usecases/strategies/run-backtests.ts';
import { booksOf, type RunBooks } from '../usecases/run-control/run-books.ts';
import { SaveStrategy } from '../usecases/strategies/save-strategy.ts';
import type { StrategyDeps } from '../usecases/strategies/strategy-deps.ts';
import { TrimBacktests } from '../usecases/strategies/trim-backtests.ts';
import { composeRunControl } from './run-control.ts';
import type { Shared } from './shared.ts';
import { strategyStores } from './strategy-stores.ts';
import { shippedFolder, threadProgram } from './threads.ts';

export interface StrategyParts extends Pick<
  Shared,
  'settings' | 'mandates' | 'clock' | 'timers' | 'ids' | 'log'
> {
  readonly knex: Knex;
  /** The folder with the operator's own strategies. */
  readonly folder: string;
  readonly paper: Pick<Book, 'change'>;
  /** Where strategies run. */
  readonly books: RunBooks;
  readonly market: Pick<MarketReader, 'candles'>;
  readonly calibrations: FillCalibrations;
  readonly users: Pick<Users, 'byName'>;
  /** How many runs at once; left out: as many as the machine has cores, less one. */
  readonly lanes?: number;
}

/** Strategies, their backtests and their data, with the threads that run them. */
export function composeStrategies({ knex, folder, lanes, ...shared }: StrategyParts) {
  const kinds: DeskKinds = new DeskKinds(
    {
      shipped: SHIPPED,
      sourceOf: (kind) => shippedSource(shippedFolder(), kind),
      folder,
      log: shared.log,
    },
    () => pool,
  );
  const pool = new ThreadPool(
    threadProgram('strategy-thread'),
    (kind) => kinds.codeOf(kind),
    lanes ?? Math.max(1, os.availableParallelism() - 1),
  );
  const host = new ThreadLiveHost(threadProgram('strategy-thread'), (kind) => kinds.codeOf(kind));
  const { room, ...stores } = strategyStores(knex);
  const deps: StrategyDeps = {
    ...{ ...shared, ...stores },
    ...{ kinds, pool, digest: (text: string) => createHash('sha256').update(text).digest('hex') },
    runs: booksOf(shared.books, null).map(({ runs }) => runs),
  };
  const workers = new BacktestWorkers({ ...deps, machineNow: () => performance.now() });
  const follow = new FollowCode(deps);
  const clear = new ClearDataSets(deps);
  const trim = new TrimBacktests({ room, log: shared.log });
  const control = composeRunControl({ ...deps, books: shared.books });
  return {
    api: {
      ...{ kinds, strategies: deps.strategies, reads: deps.reads, dataSets: deps.dataSets },
      save: new SaveStrategy(deps),
      run: new RunBacktests(deps, workers, trim),
      draw: new DrawTrades(deps),
      judgeSweep: new JudgeSweep(deps),
      removeSet: new DeleteDataSet(deps),
      liveOf: (id: string) => workers.progressOf(id),
      control: control.api,
    },
    deps,
    /** What runs a strategy over bars. */
    engine: { kinds, pool, digest: deps.digest },
    /** What strategies at work in a book need. */
    live: { host, kinds, strategies: deps.strategies, digest: deps.digest },
    imports: new ImportData({
      ...{ ...deps, spools: new FileSpools() },
      files: new ThreadFiles(threadProgram('import-thread')),
    }),
    prepare: control.prepare,
    start: () => {
      follow.start();
      clear.start();
      control.start();
      workers.start();
    },
    stop: async () => {
      await follow.stop();
      await clear.stop();
      await trim.stop();
      await control.stop();
      await workers.stop();
      await pool.close();
      await host.close();
    },
  };
}

export type Strategies = ReturnType<typeof composeStrategies>;
