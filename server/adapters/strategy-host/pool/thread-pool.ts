import type { BacktestData } from '../../../domain/backtest/backtest-input.ts';
import type { RunResults, SweepOverfitting } from '../../../domain/backtest/sweep-overfitting.ts';
import type { PromotionReport } from '../../../domain/promotion/promotion.ts';
import type { LookAheadEvidence } from '../../../domain/promotion/evidence.ts';
import type { MonteCarlo } from '../../../domain/statistics/monte-carlo.ts';
import type { TradeStats } from '../../../domain/statistics/trade-stats.ts';
import {
  type BacktestPool,
  type JudgeAsked,
  type MonteCarloAsked,
  type PoolRun,
  type ReadData,
  type SeenSeries,
  type RunWatch,
} from '../../../ports/backtest-pool.ts';
import type { BacktestResult, StoredTrades } from '../../../ports/backtests.ts';
import type { StoredSeries } from '../../../ports/data-sets.ts';
import type { KindCode } from '../../../ports/strategies.ts';
import { fromPlainJson, toPlainJson } from '../../database/sql/plain-json.ts';
import { watchRun } from './stall-watch.ts';
import { lookAheadOf } from './look-ahead-of.ts';
import { newCells, type RunAnswer, type RunAsked, type TaskName, type Tasks } from './tasks.ts';
import { Thread, type ThreadProgram } from './thread.ts';

/** Megabytes that a strategy of the operator's may use. */
export const OWN_MEMORY_MB = 64;
/** How long an unused thread is kept: it costs memory. */
const IDLE_MS = 20_000;

/**
 * Shipped kinds share threads that stay for a while. Each run of an operator's kind has a fresh thread, so
 * that it leaves nothing behind.
 */
export class ThreadPool implements BacktestPool {
  readonly #all = new Set<Thread>();
  readonly #idle = new Map<Thread, NodeJS.Timeout>();

  constructor(
    private readonly program: ThreadProgram,
    private readonly codeOf: (kind: string) => Promise<KindCode>,
    readonly lanes: number,
  ) {}

  read(series: readonly StoredSeries[]): Promise<BacktestData> {
    return this.#shared('read', series);
  }

  readSeen(series: readonly SeenSeries[]): Promise<ReadData> {
    return this.#shared('readSeen', series);
  }

  async run(run: PoolRun, watch: RunWatch): Promise<BacktestResult | null> {
    const answer = await this.#watched('run', run, {}, watch);
    return answer && resultOf(answer);
  }

  lookAhead(run: PoolRun, hash: string, signal: AbortSignal): Promise<LookAheadEvidence | null> {
    const watch = { signal, onProgress: () => undefined };
    const decide = (cut: number | null) => this.#watched('decide', run, { cut }, watch);
    return lookAheadOf(decide, hash);
  }

  /** Runs a task and watches it, in a fresh thread for an operator's code. Null when its signal ended it. */
  async #watched<N extends 'run' | 'decide'>(
    name: N,
    { kind, input, data, record }: PoolRun,
    more: Omit<Tasks[N]['asks'], keyof RunAsked>,
    watch: RunWatch,
  ): Promise<Tasks[N]['answers']> {
    if (watch.signal.aborted) return null;
    const code = await this.codeOf(kind);
    const own = 'module' in code;
    const thread = own ? this.#newThread(OWN_MEMORY_MB) : this.#sharedThread();
    const cells = newCells();
    const stop = watchRun({ ...watch, cells, end: (why) => void thread.end(why) });
    try {
      const { limits = null, ...terms } = input;
      const asked = { code, input: terms, limits: toPlainJson(limits), data };
      const asks = { ...asked, ...(record && { record }), ...more };
      return await thread.ask(name, asks, cells);
    } catch (error) {
      if (watch.signal.aborted) return null;
      throw error;
    } finally {
      stop();
      if (own) await this.#end(thread);
      else this.#rest(thread);
    }
  }

  async statsOf(runs: readonly StoredTrades[]): Promise<TradeStats> {
    return fromPlainJson<TradeStats>(await this.#shared('statsOf', runs));
  }

  async monteCarlo(asked: MonteCarloAsked): Promise<MonteCarlo | null> {
    return fromPlainJson<MonteCarlo | null>(await this.#shared('monteCarlo', asked));
  }

  judge(asked: JudgeAsked): Promise<PromotionReport> {
    return this.#shared('judge', asked);
  }

  overfitting(runs: readonly RunResults[]): Promise<SweepOverfitting> {
    return this.#shared('overfitting', runs);
  }

  /** Runs a task in a thread of its own, for at most `ms` milliseconds. */
  async apart<N extends TaskName>(
    name: N,
    asks: Tasks[N]['asks'],
    { memoryMb, ms, late }: { memoryMb: number | null; ms: number; late: Error },
  ): Promise<Tasks[N]['answers']> {
    const thread = this.#newThread(memoryMb);
    const patience = setTimeout(() => void thread.end(late), ms);
    try {
      return await thread.ask(name, asks);
    } finally {
      clearTimeout(patience);
      await this.#end(thread);
    }
  }

  async close(): Promise<void> {
    for (const timer of this.#idle.values()) clearTimeout(timer);
    await Promise.all([...this.#all].map((thread) => this.#end(thread)));
  }

  async #shared<N extends TaskName>(name: N, asks: Tasks[N]['asks']): Promise<Tasks[N]['answers']> {
    const thread = this.#sharedThread();
    try {
      return await thread.ask(name, asks);
    } finally {
      this.#rest(thread);
    }
  }

  #sharedThread(): Thread {
    for (const [thread, timer] of this.#idle) {
      clearTimeout(timer);
      this.#idle.delete(thread);
      if (thread.idle) return thread;
      void this.#end(thread);
    }
    return this.#newThread(null);
  }

  #rest(thread: Thread): void {
    const timer = setTimeout(() => {
      this.#idle.delete(thread);
      void this.#end(thread);
    }, IDLE_MS);
    timer.unref();
    this.#idle.set(thread, timer);
  }

  #newThread(memoryMb: number | null): Thread {
    const thread = new Thread(this.program, memoryMb);
    this.#all.add(thread);
    return thread;
  }

  async #end(thread: Thread): Promise<void> {
    this.#all.delete(thread);
    await thread.end();
  }
}

function resultOf({ report, trades, stats, unreadAt }: RunAnswer): BacktestResult {
  const { equity, log, ...summary } = report;
  const whole = { ...summary, stats: fromPlainJson<TradeStats>(stats) };
  const result = { equity, trades, log, summary: whole };
  return unreadAt === null ? result : { ...result, unreadAt };
}
