import type { Username } from '../domain/ids.ts';
import type { TradeStats } from '../domain/statistics/trade-stats.ts';
import type { Backtest, FailedSweepRun, FinishedRun, Sweep, SweepRunResult } from './backtests.ts';

/** Which table a piece of work is in. */
export type WorkKind = 'backtest' | 'sweep';

export interface WorkName {
  readonly kind: WorkKind;
  readonly id: string;
  readonly username: Username;
}

/** The queue that all servers of one database share. Whoever holds a piece of work renews that by `beat`. */
export interface BacktestQueue {
  addBacktest(backtest: Backtest): Promise<void>;
  addSweep(sweep: Sweep): Promise<void>;
  /** Ends what waits or runs; false when it had ended before. */
  cancel(work: WorkName, now: Date): Promise<boolean>;
  /** What waits, and what is held by nobody that lives: of each user the oldest few, first everyone's oldest. */
  waiting(): Promise<readonly WorkName[]>;
  /** True when it is ours to do now. Work whose server ended twice is FAILED instead. */
  claim(work: WorkName, now: Date): Promise<boolean>;
  /** False when it is ours no more: canceled, or taken over. */
  beat(work: WorkName, done: number, total: number): Promise<boolean>;
  /** Gives ours back, so that any server may go on with it. */
  release(work: WorkName): Promise<void>;
  /** Each is false when the work was ours no more, and then nothing is stored. */
  finishBacktest(work: WorkName, run: FinishedRun, now: Date): Promise<boolean>;
  fail(work: WorkName, error: string, now: Date): Promise<boolean>;
  addRun(
    work: WorkName,
    run: SweepRunResult | FailedSweepRun,
    done: number,
    now: Date,
  ): Promise<boolean>;
  /** Places in the grid whose runs are stored, and why each failed; null: it is done. */
  placesDone(work: WorkName): Promise<ReadonlyMap<number, string | null>>;
  /** `error`: why there is no walk forward though one was asked for. */
  finishSweep(
    work: WorkName,
    walkForward: TradeStats | null,
    now: Date,
    error?: string | null,
  ): Promise<boolean>;
}
