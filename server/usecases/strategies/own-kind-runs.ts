import type { Username } from '../../domain/ids.ts';
import type { BacktestPool, PoolRun, RunWatch } from '../../ports/backtest-pool.ts';
import type { BacktestResult } from '../../ports/backtests.ts';
import type { StrategyKinds } from '../../ports/strategies.ts';
import { UserLanes } from './user-lanes.ts';

/** Threads of the operator's kinds that one user may have: backtests at once, and strategies that run. */
export const MOST_OWN_KINDS = 20;

interface Deps {
  readonly kinds: Pick<StrategyKinds, 'find'>;
  readonly pool: Pick<BacktestPool, 'run'>;
}

/** Runs backtests; each of the operator's kinds has a thread of its own, and waits where its user has many. */
export class OwnKindRuns {
  readonly #lanes = new UserLanes({ own: MOST_OWN_KINDS, all: Number.POSITIVE_INFINITY });

  constructor(private readonly deps: Deps) {}

  /** Null: the run was ended by its signal. @throws {StrategyFailed} */
  async run(username: Username, run: PoolRun, watch: RunWatch): Promise<BacktestResult | null> {
    const begin = () => this.deps.pool.run(run, watch);
    const kind = await this.deps.kinds.find(run.kind);
    return kind?.own ? this.#lanes.in(username, begin) : begin();
  }
}
