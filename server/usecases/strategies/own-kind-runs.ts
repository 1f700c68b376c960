import type { Username } from '../../domain/ids.ts';
import {
  StrategyFailed,
  type BacktestPool,
  type PoolRun,
  type RunWatch,
} from '../../ports/backtest-pool.ts';
import type { BacktestResult, RunFailure } from '../../ports/backtests.ts';
import type { StrategyKinds } from '../../ports/strategies.ts';
import { UserLanes } from './user-lanes.ts';

/** Threads of the operator's kinds that one user may have: backtests at once, and strategies that run. */
export const MOST_OWN_KINDS = 20;
/** The most closed trades of one run: some 60 MB as they are stored. */
const MOST_TRADES = 250_000;

interface Deps {
  readonly kinds: Pick<StrategyKinds, 'find'>;
  readonly pool: Pick<BacktestPool, 'run'>;
}

/** Runs backtests within their bounds; each of the operator's kinds has a thread of its own, and waits where its user has many. */
export class OwnKindRuns {
  readonly #lanes = new UserLanes({ own: MOST_OWN_KINDS, all: Number.POSITIVE_INFINITY });

  constructor(private readonly deps: Deps) {}

  /** Null: the run was ended by its signal. @throws {StrategyFailed} */
  async run(username: Username, run: PoolRun, watch: RunWatch): Promise<BacktestResult | null> {
    const begin = () => this.deps.pool.run(run, watch);
    const kind = await this.deps.kinds.find(run.kind);
    const result = await (kind?.own ? this.#lanes.in(username, begin) : begin());
    const trades = result?.summary.stats.trades ?? 0;
    if (trades > MOST_TRADES) throw new StrategyFailed(tooMany(trades));
    return result;
  }

  /** The same, where a strategy that fails fails no more than its run. */
  async outcomeOf(
    ...asked: Parameters<OwnKindRuns['run']>
  ): Promise<BacktestResult | RunFailure | null> {
    try {
      return await this.run(...asked);
    } catch (error) {
      if (error instanceof StrategyFailed) return { failed: error.message };
      throw error;
    }
  }
}

function tooMany(trades: number): string {
  const [most, all] = [MOST_TRADES, trades].map((count) => count.toLocaleString('en-US'));
  return `It closed ${all} trades, and a run keeps ${most} at most: take fewer symbols, a shorter time or a longer interval.`;
}
