import type { BacktestPool } from '../../ports/backtest-pool.ts';
import type { BacktestReads } from '../../ports/backtests.ts';
import type { BacktestQueue } from '../../ports/backtest-queue.ts';
import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DataSetStore } from '../../ports/data-sets.ts';
import type { FillCalibrations } from '../../ports/fill-calibrations.ts';
import type { SettingsStore, Users } from '../../ports/desk.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import type { Mandates } from '../../ports/mandates.ts';
import type { MarketReader } from '../../ports/market-reader.ts';
import type { StrategyKinds, StrategyStore } from '../../ports/strategies.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import type { Timers } from '../../ports/timers.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { actorName } from '../steps/refuse.ts';

/** What strategies and their backtests are made with. */
export interface StrategyDeps {
  readonly kinds: StrategyKinds;
  readonly strategies: StrategyStore;
  /** The runs of each book that the server keeps. */
  readonly runs: readonly Pick<StrategyRuns, 'newestOf' | 'end'>[];
  readonly reads: BacktestReads;
  readonly queue: BacktestQueue;
  readonly dataSets: DataSetStore;
  readonly pool: BacktestPool;
  readonly market: Pick<MarketReader, 'candles'>;
  readonly settings: SettingsStore;
  readonly calibrations: FillCalibrations;
  readonly users: Pick<Users, 'byName'>;
  /** Its log records what was done with strategies: they belong to no book, and every user has this one. */
  readonly paper: Pick<Book, 'change'>;
  /** The mandates that bound API tokens; undefined: no API token gets anything done. */
  readonly mandates?: Mandates | undefined;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  /** SHA-256 of a text, in hexadecimal. */
  readonly digest: (text: string) => string;
}

/** What the log records of a change. */
export interface Told {
  readonly type: string;
  readonly message: string;
  readonly detail: unknown;
}

/** Adds a line to the user's log. `by`: who did it, as the log names them; left out: the user. */
export async function tell(
  { paper, clock }: Pick<StrategyDeps, 'paper' | 'clock'>,
  { username, via }: Pick<Actor, 'username' | 'via'>,
  told: Told,
  by = actorName({ username, via }),
): Promise<void> {
  const occurredAt = clock.now();
  await paper.change(username, (change) =>
    change.append({ ...told, occurredAt, actor: by, tradeId: null }),
  );
}
