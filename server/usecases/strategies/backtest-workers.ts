import type { Username } from '../../domain/ids.ts';
import type { WorkName } from '../../ports/backtest-queue.ts';
import { grouped } from '../../domain/grouped.ts';
import { BacktestWork } from './backtest-work.ts';
import type { LiveProgress } from './live-progress.ts';
import type { StrategyDeps } from './strategy-deps.ts';
import { WorkData } from './work-data.ts';
import { WorkTurns } from './work-turns.ts';

/** How often it looks for work that other servers left, in milliseconds. */
const LOOK_MS = 2_000;
/** Runs of users who have none yet, in addition to those that fill the lanes. */
const EXTRA_LANES = 3;

/** Does what waits in the queue: each user in turn, a backtest before the next run of the user's sweep. */
export class BacktestWorkers {
  readonly #turns: WorkTurns;
  readonly #work: BacktestWork;
  #waiting: readonly WorkName[] = [];
  readonly #running = new Set<Promise<void>>();
  #filling: Promise<void> | null = null;
  #again = false;
  #stopLooking: () => void = () => undefined;
  #stopped = false;

  constructor(private readonly deps: StrategyDeps & { readonly machineNow: () => number }) {
    this.#turns = new WorkTurns(deps.pool.lanes, EXTRA_LANES);
    this.#work = new BacktestWork(deps, new WorkData(deps));
  }

  start(): void {
    this.#stopLooking = this.deps.timers.every(LOOK_MS, () => this.kick());
    this.kick();
  }

  /** What runs here goes back into the queue, for the next start or for another server. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopLooking();
    await this.#filling;
    this.#work.abortAll();
    await Promise.all(this.#running);
    await this.#work.releaseSweeps();
  }

  /** Looks whether there is something to do. */
  kick(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#filling ??= this.#fill().finally(() => {
      this.#filling = null;
      if (this.#again) this.kick();
    });
  }

  /** Ends what runs here under this id. */
  abort(id: string): void {
    this.#work.abort(id);
  }

  /** Null: it does not run here. */
  progressOf(id: string): LiveProgress | null {
    return this.#work.progressOf(id);
  }

  async #fill(): Promise<void> {
    const { queue, log } = this.deps;
    this.#again = false;
    try {
      this.#waiting = (await queue.waiting()).filter(({ id }) => !this.#work.has(id));
    } catch (error) {
      log.warn('The queue of backtests cannot be read', { error });
      return;
    }
    for (;;) {
      const user = this.#stopped ? null : this.#turns.next(this.#wanting());
      if (user === null) return;
      this.#begin(user);
    }
  }

  #wanting(): ReadonlySet<Username> {
    const users = this.#waiting.map(({ username }) => username);
    return new Set([...users, ...this.#work.usersWithUnits()]);
  }

  #begin(user: Username): void {
    const job = this.#nextOf(user);
    this.#turns.begin(user);
    const running = job()
      .catch((error: unknown) => this.deps.log.error('A backtest ended in disorder', { error }))
      .finally(() => {
        this.#turns.end(user);
        this.#running.delete(running);
        this.kick();
      });
    this.#running.add(running);
  }

  #nextOf(user: Username): () => Promise<void> {
    const own = grouped(
      this.#waiting.filter(({ username }) => username === user),
      ({ kind }) => kind,
    );
    const [backtest] = own.get('backtest') ?? [];
    const unit = backtest ? null : this.#work.unitOf(user);
    if (unit) return unit;
    const next = backtest ?? own.get('sweep')?.[0];
    if (!next) return async () => undefined;
    this.#waiting = this.#waiting.filter((each) => each !== next);
    return () =>
      next.kind === 'sweep' ? this.#work.openSweep(next) : this.#work.runBacktest(next);
  }
}
