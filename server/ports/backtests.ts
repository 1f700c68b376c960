import type {
  BacktestPoint,
  BacktestPosition,
  BacktestTrade,
} from '../domain/backtest/backtest-report.ts';
import type { Username } from '../domain/ids.ts';
import type { TradeStats } from '../domain/statistics/trade-stats.ts';
import type { StrategyParameters } from '../domain/strategy/strategy.ts';
import type { Page, PageRequest } from './book-page.ts';

export type BacktestStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELED';

/** Nothing happens to such a one any more. */
export function hasEnded(status: BacktestStatus): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING';
}

/** What was asked for, every default filled in, as it is run and shown. */
export type BacktestAsked = Readonly<Record<string, unknown>>;

/** Work that waits, runs or has ended. */
interface Work {
  readonly id: string;
  readonly username: Username;
  readonly strategyId: string;
  readonly status: BacktestStatus;
  readonly input: BacktestAsked;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly error: string | null;
}

/** A report without its lists. Money: dollars as exact decimals. */
export interface BacktestSummary {
  readonly bars: number;
  readonly endCash: string;
  readonly endEquity: string | null;
  readonly maxDrawdown: string;
  readonly maxDrawdownPct: number | null;
  readonly exposurePct: number | null;
  readonly openPositions: readonly BacktestPosition[];
  readonly warnings: readonly string[];
  readonly hash: string;
  readonly stats: TradeStats;
}

export interface Backtest extends Work {
  readonly strategyVersion: number;
  /** Of a run of a sweep. */
  readonly sweepId: string | null;
  readonly parameters: StrategyParameters | null;
  readonly barsDone: number;
  readonly barsTotal: number;
  /** Closed ones. */
  readonly trades: number;
  /** Null until it is DONE. */
  readonly summary: BacktestSummary | null;
}

export interface Sweep extends Work {
  readonly runsDone: number;
  readonly runsTotal: number;
  /** Statistics of the trades of all test spans; null without them. */
  readonly walkForward: TradeStats | null;
}

/** A line that a strategy logged, at an instant of the data in milliseconds. */
export interface LogLine {
  readonly at: number;
  readonly text: string;
}

/** A run that is done, to be stored with its lists. */
export interface BacktestResult {
  readonly summary: BacktestSummary;
  readonly log: readonly LogLine[];
  readonly equity: readonly BacktestPoint[];
  readonly trades: readonly BacktestTrade[];
}

/** The same with its input as it was run. */
export interface FinishedRun extends BacktestResult {
  readonly input: BacktestAsked;
}

export interface SweepRunResult extends FinishedRun {
  readonly id: string;
  readonly place: number;
  readonly parameters: StrategyParameters;
}

/** Backtests and sweeps as their users see them: each sees own ones alone. */
export interface BacktestReads {
  backtest(username: Username, id: string): Promise<Backtest | null>;
  /** Newest first, without those of sweeps; of all strategies where none is named. */
  backtests(
    username: Username,
    strategyId: string | null,
    page: PageRequest,
  ): Promise<Page<Backtest>>;
  equity(username: Username, id: string): Promise<readonly BacktestPoint[]>;
  log(username: Username, id: string): Promise<readonly LogLine[]>;
  /** In order of closing, the last first. */
  trades(username: Username, id: string, page: PageRequest): Promise<Page<BacktestTrade>>;
  /** In the same order. */
  allTrades(username: Username, id: string): Promise<readonly BacktestTrade[]>;
  sweep(username: Username, id: string): Promise<Sweep | null>;
  /** The best first. */
  sweepRuns(username: Username, id: string, page: PageRequest): Promise<Page<Backtest>>;
  /** How many of the user's wait or run. */
  unfinished(username: Username): Promise<number>;
}

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
  /** What waits, and what is held by nobody that lives, oldest first. */
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
  addRun(work: WorkName, run: SweepRunResult, done: number, now: Date): Promise<boolean>;
  /** Places in the grid whose runs are stored. */
  placesDone(work: WorkName): Promise<ReadonlySet<number>>;
  finishSweep(work: WorkName, walkForward: TradeStats | null, now: Date): Promise<boolean>;
}
