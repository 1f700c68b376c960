import type { RunResults, SweepOverfitting } from '../../domain/backtest/sweep-overfitting.ts';
import type { Username } from '../../domain/ids.ts';
import type { Backtest } from '../../ports/backtests.ts';
import type { StrategyDeps } from './strategy-deps.ts';
import { UserLanes } from './user-lanes.ts';

/** The most runs and trades that are weighed at once: some seconds of one thread. */
const MOST = { runs: 500, trades: 100_000 } as const;
const PAGE = 100;
const LANES = { own: 1, all: 1 } as const;
/** The most answers that are kept: a sweep that is done never changes. */
const KEPT = 64;

type Deps = Pick<StrategyDeps, 'reads' | 'pool'>;

/** How much of the best run of a sweep is luck. */
export class JudgeSweep {
  readonly #lanes = new UserLanes(LANES);
  readonly #known = new Map<string, SweepOverfitting | null>();

  constructor(private readonly deps: Deps) {}

  /** Null: the sweep is not done, has one run alone, or more runs or trades than are weighed at once. */
  execute(username: Username, id: string): Promise<SweepOverfitting | null> {
    const known = this.#answered(username, id);
    if (known !== undefined) return Promise.resolve(known);
    return this.#lanes.in(username, async () => {
      const meanwhile = this.#answered(username, id);
      if (meanwhile !== undefined) return meanwhile;
      const sweep = await this.deps.reads.sweep(username, id);
      if (sweep?.status !== 'DONE') return null;
      const answer = await this.#weigh(username, id);
      this.#keep(username, id, answer);
      return answer;
    });
  }

  async #weigh(username: Username, id: string): Promise<SweepOverfitting | null> {
    const runs = await this.#runsOf(username, id);
    if (!runs) return null;
    const results: RunResults[] = [];
    for (const run of runs) results.push(await this.#resultsOf(username, run));
    return this.deps.pool.overfitting(results);
  }

  async #runsOf(username: Username, id: string): Promise<readonly Backtest[] | null> {
    const runs: Backtest[] = [];
    let [after, trades] = [null as string | null, 0];
    for (;;) {
      const page = await this.deps.reads.sweepRuns(username, id, { first: PAGE, after });
      for (const { item } of page.items) {
        if (item.status !== 'DONE') continue;
        runs.push(item);
        trades += item.trades;
      }
      const tooMany = page.totalCount > MOST.runs || trades > MOST.trades;
      if (tooMany) return null;
      if (!page.hasNextPage) return runs.length < 2 ? null : runs;
      after = page.items.at(-1)!.cursor;
    }
  }

  async #resultsOf(username: Username, { id, trades: count }: Backtest): Promise<RunResults> {
    const trades = count === 0 ? [] : await this.deps.reads.allTrades(username, id);
    return {
      at: Float64Array.from(trades, ({ exitAt }) => exitAt),
      net: Float64Array.from(trades, ({ netPnl }) => Number(netPnl)),
    };
  }

  #answered(username: Username, id: string): SweepOverfitting | null | undefined {
    return this.#known.get(`${username} ${id}`);
  }

  #keep(username: Username, id: string, answer: SweepOverfitting | null): void {
    this.#known.set(`${username} ${id}`, answer);
    if (this.#known.size <= KEPT) return;
    const [oldest] = this.#known.keys();
    this.#known.delete(oldest!);
  }
}
