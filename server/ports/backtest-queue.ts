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

/** The queue that all servers of one database share. A server that holds a piece of work renews its hold by `beat`. */
export interface BacktestQueue {
  addBacktest(backtest: Backtest): Promise<void>;
  addSweep(sweep: Sweep): Promise<void>;
  /** Ends what waits or runs; false when it had ended before. */
  cancel(work: WorkName, now: Date): Promise<boolean>;
  /** Work that waits or whose server has died: each user's oldest few, with every user's oldest first. */
  waiting(): Promise<readonly WorkName[]>;
  /** True when this server now holds the work. Work whose server ended twice is FAILED instead. */
  claim(work: WorkName, now: Date): Promise<boolean>;
  /** False when this server no longer holds the work: it was canceled or taken over. */
  beat(work: WorkName, done: number, total: number): Promise<boolean>;
  /** Gives work of this server back, so that any server may go on with it. */
  release(work: WorkName): Promise<void>;
  /** All writes of results return false, and store nothing, when this server no longer holds the work. */
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
