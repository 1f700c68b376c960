import type { Username } from '../../domain/ids.ts';
import { StrategyFailed } from '../../ports/backtest-pool.ts';
import type { BacktestResult, RunFailure } from '../../ports/backtests.ts';
import type { WorkName } from '../../ports/backtest-queue.ts';
import { watchOf, type Held, type OpenSweep } from './held-work.ts';
import { keptRun } from './kept-run.ts';
import type { LiveProgress } from './live-progress.ts';
import { NoData } from './load-data.ts';
import { OwnKindRuns } from './own-kind-runs.ts';
import type { StrategyDeps } from './strategy-deps.ts';
import {
  asAsked,
  engineInput,
  storedInputIn,
  type StoredInput,
  type StoredSweepInput,
} from './stored-input.ts';
import { SweepWork, type SweepUnit } from './sweep-work.ts';
import { triedOf } from './tried-of.ts';
import type { WorkData } from './work-data.ts';

const BEAT_MS = 1_000;

type Deps = StrategyDeps & { readonly machineNow: () => number };

/** Runs pieces of work of the queue, and renews the claim on each while it runs. */
export class BacktestWork {
  readonly #held = new Map<string, Held>();
  readonly #sweeps = new Map<string, OpenSweep>();
  readonly #runs: OwnKindRuns;
  #stopping = false;

  constructor(
    private readonly deps: Deps,
    private readonly data: WorkData,
  ) {
    this.#runs = new OwnKindRuns(deps);
  }

  has(id: string): boolean {
    return this.#held.has(id);
  }

  abort(id: string): void {
    const held = this.#held.get(id);
    if (held) this.#abort(held);
  }

  abortAll(): void {
    this.#stopping = true;
    for (const { abort } of this.#held.values()) abort.abort();
  }

  progressOf(id: string): LiveProgress | null {
    const held = this.#held.get(id);
    if (!held) return null;
    const { bars, total, begunAt } = held;
    return { bars, total, elapsedMs: this.deps.machineNow() - begunAt };
  }

  usersWithUnits(): readonly Username[] {
    const open = [...this.#sweeps.values()].filter(({ sweep, held }) => {
      return sweep.hasUnits && !held.abort.signal.aborted;
    });
    return open.map(({ held }) => held.work.username);
  }

  /** The next run of one of the user's sweeps; null: none is open here. */
  unitOf(user: Username): (() => Promise<void>) | null {
    for (const open of this.#sweeps.values()) {
      const { sweep, held } = open;
      if (held.work.username !== user || held.abort.signal.aborted) continue;
      const unit = sweep.take();
      if (unit) return () => this.#runUnit(open, unit);
    }
    return null;
  }

  async runBacktest(work: WorkName): Promise<void> {
    const { queue, clock, reads } = this.deps;
    const held = await this.#claim(work);
    if (!held) return;
    await this.#guarded(held, async () => {
      const backtest = await reads.backtest(work.username, work.id);
      if (!backtest) return;
      const input = storedInputIn(backtest.input);
      await this.#checkKind(input);
      const loaded = await this.data.of(work, input, held.abort.signal);
      if (!loaded) return this.#release(held);
      const { data, hash } = loaded;
      const run = { kind: input.kind, input: engineInput(input, hash), data };
      const result = await this.#runs.run(work.username, run, watchOf(held));
      if (!result) return this.#release(held);
      const ran = { ...input, dataHash: hash };
      const tried = triedOf(this.deps.digest, ran);
      await queue.finishBacktest(work, { ...result, input: asAsked(ran), tried }, clock.now());
    });
    this.#drop(held);
  }

  /** Claims a sweep, so that its runs can be taken. */
  async openSweep(work: WorkName): Promise<void> {
    const { reads, kinds, queue } = this.deps;
    const held = await this.#claim(work);
    if (!held) return;
    const fine = await this.#guarded(held, async () => {
      const found = await reads.sweep(work.username, work.id);
      if (!found) return;
      const input = storedInputIn(found.input) as StoredSweepInput;
      await this.#checkKind(input);
      const loaded = await this.data.of(work, input, held.abort.signal);
      if (!loaded) return this.#leave(held);
      const kind = await kinds.find(input.kind);
      const sweep = new SweepWork(input, kind!, await queue.placesDone(work));
      held.progress = () => [sweep.done, sweep.total];
      const open = { held, sweep, loaded, running: 0 };
      this.#sweeps.set(work.id, open);
      await this.#closeIfOver(open);
    });
    if (!fine) this.#drop(held);
  }

  async releaseSweeps(): Promise<void> {
    for (const { held } of this.#sweeps.values()) await this.#leave(held);
  }

  async #runUnit(open: OpenSweep, unit: SweepUnit): Promise<void> {
    const { held, sweep, loaded } = open;
    const { parameters, range } = unit;
    open.running += 1;
    const fine = await this.#guarded(held, async () => {
      const change = { parameters, ...(range && { from: range.from, to: range.to }) };
      const input = engineInput(sweep.input, loaded.hash, change);
      const run = { kind: sweep.input.kind, input, data: loaded.data };
      const outcome = await this.#runs.outcomeOf(held.work.username, run, watchOf(held));
      if (!outcome) return;
      sweep.took(unit, outcome);
      if (unit.part === 'grid') await this.#keepRun(open, unit, outcome);
    });
    open.running -= 1;
    if (!fine) held.abort.abort();
    await this.#closeIfOver(open);
  }

  async #keepRun(open: OpenSweep, unit: SweepUnit, outcome: BacktestResult | RunFailure) {
    const { queue, clock } = this.deps;
    const { held, sweep } = open;
    const run = keptRun(this.deps, open, unit, outcome);
    if (!(await queue.addRun(held.work, run, sweep.done, clock.now()))) held.abort.abort();
  }

  async #closeIfOver(open: OpenSweep): Promise<void> {
    const { held, sweep } = open;
    if (open.running > 0) return;
    if (held.abort.signal.aborted && !this.#stopping) {
      this.#sweeps.delete(held.work.id);
      this.#drop(held);
    } else if (sweep.isOver) {
      this.#sweeps.delete(held.work.id);
      await this.#guarded(held, async () => {
        const { pool, queue, clock } = this.deps;
        const { failure, walkFailure, testedTrades: trades } = sweep;
        if (failure !== null) return this.#fail(held, failure);
        const stats = trades && (await pool.statsOf(trades));
        await queue.finishSweep(held.work, stats, clock.now(), walkFailure);
      });
      this.#drop(held);
    }
  }

  async #checkKind({ kind, kindVersion }: StoredInput): Promise<void> {
    const found = await this.deps.kinds.find(kind);
    if (found?.version !== kindVersion)
      throw new StrategyFailed('The code of the kind has changed since the run was asked for.');
  }

  async #claim(work: WorkName): Promise<Held | null> {
    const { queue, clock, timers, machineNow } = this.deps;
    if (this.#held.has(work.id) || !(await queue.claim(work, clock.now()))) return null;
    const held: Held = {
      ...{ work, abort: new AbortController(), begunAt: machineNow(), bars: 0, total: 0 },
      progress: () => [held.bars, held.total],
      stopBeating: timers.every(BEAT_MS, () => void this.#beat(held)),
    };
    this.#held.set(work.id, held);
    if (this.#stopping) held.abort.abort();
    return held;
  }

  async #beat(held: Held): Promise<void> {
    const { queue, log } = this.deps;
    try {
      if (!(await queue.beat(held.work, ...held.progress()))) this.#abort(held);
    } catch (error) {
      log.warn('The progress of a backtest was not stored', { id: held.work.id, error });
    }
  }

  /** Ends the work; a sweep without a run at work just now is closed at once. */
  #abort(held: Held): void {
    held.abort.abort();
    const open = this.#sweeps.get(held.work.id);
    if (open) void this.#closeIfOver(open);
  }

  /** False when the work has failed, which is stored with its reason. */
  async #guarded(held: Held, run: () => Promise<void>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      const { log } = this.deps;
      const known = error instanceof StrategyFailed || error instanceof NoData;
      if (!known) log.error('A backtest failed', { id: held.work.id, error });
      const words = known ? error.message : 'Something went wrong on the server.';
      await this.#fail(held, words);
      return false;
    }
  }

  /** Stores that the work failed. Where that fails too, its claim runs out and another server takes it over. */
  async #fail(held: Held, words: string): Promise<void> {
    const { queue, clock, log } = this.deps;
    try {
      await queue.fail(held.work, words, clock.now());
    } catch (error) {
      held.stopBeating();
      log.error('The end of a backtest was not stored', { id: held.work.id, error });
    }
  }

  /** Releases the work at a stop, so that it goes on with the next start. */
  async #release(held: Held): Promise<void> {
    if (this.#stopping) await this.deps.queue.release(held.work);
  }

  async #leave(held: Held): Promise<void> {
    await this.#release(held);
    this.#drop(held);
  }

  #drop(held: Held): void {
    held.stopBeating();
    this.#held.delete(held.work.id);
  }
}
