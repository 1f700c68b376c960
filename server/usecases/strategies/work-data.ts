import type { Username } from '../../domain/ids.ts';
import type { WorkName } from '../../ports/backtest-queue.ts';
import { chooseSeries } from './choose-series.ts';
import { loadDataSet, loadSeenBars, NoData, type LoadedData } from './load-data.ts';
import type { StrategyDeps } from './strategy-deps.ts';
import type { StoredInput } from './stored-input.ts';

/** Sets that are kept in memory for the next run on them. */
const KEPT = 2;
/** How many of the desk's own bars are read before the first bar that a strategy sees. */
const HISTORY_BARS = 500;

/** The data of runs: a set is read once for many runs on it. */
export class WorkData {
  readonly #kept = new Map<string, Promise<LoadedData>>();

  constructor(private readonly deps: StrategyDeps) {}

  /**
   * Null: it was ended by its signal, however long a source or a database takes.
   * @throws {NoData} what was asked for is not there, or not any more what it was.
   */
  async of(work: WorkName, input: StoredInput, signal: AbortSignal): Promise<LoadedData | null> {
    const ended = new Promise<null>((resolve) => {
      const end = () => resolve(null);
      if (signal.aborted) end();
      signal.addEventListener('abort', end, { once: true });
    });
    return Promise.race([ended, this.#load(work, input, signal)]);
  }

  async #load(
    { username }: WorkName,
    input: StoredInput,
    signal: AbortSignal,
  ): Promise<LoadedData> {
    if (input.dataSet === null) return this.#seen(username, input, signal);
    const set = await this.deps.dataSets.byName(username, input.dataSet);
    if (!set) throw new NoData('The data set was deleted.');
    const there = await this.deps.dataSets.series(set);
    const { series } = chooseSeries({ ...set, series: there }, input, { named: input.interval });
    const key = [set.id, set.version, ...series.map(({ hash }) => hash)].join();
    let loading = this.#kept.get(key);
    if (!loading) {
      loading = loadDataSet(this.deps, set, series);
      this.#kept.set(key, loading);
      loading.catch(() => this.#kept.delete(key));
      for (const old of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(old);
    }
    const loaded = await loading;
    if (loaded.hash !== input.dataHash)
      throw new NoData('The data set has changed since the run was asked for.');
    return loaded;
  }

  async #seen(username: Username, input: StoredInput, signal: AbortSignal): Promise<LoadedData> {
    const user = await this.deps.users.byName(username);
    if (!user) throw new NoData('The user is gone.');
    const { symbols, interval } = input;
    const [from, to] = [new Date(input.from), new Date(input.to)];
    const asked = { symbols, interval: interval!, from, to, history: HISTORY_BARS, signal };
    return loadSeenBars(this.deps, user, asked);
  }
}
