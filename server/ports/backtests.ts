import type {
  BacktestPoint,
  BacktestReport,
  BacktestTrade,
} from '../domain/backtest/backtest-report.ts';
import type { Username } from '../domain/ids.ts';
import type { TradeStats } from '../domain/statistics/trade-stats.ts';
import type { StrategyParameters } from '../domain/strategy/definition.ts';
import type { Page, PageRequest } from './book-page.ts';

export type BacktestStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELED';

/** Work with such a status changes no more. */
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

type Listed = 'equity' | 'log';

/** A report without its long lists, with the figures of its trades. */
export interface BacktestSummary extends Omit<BacktestReport, Listed> {
  readonly stats: TradeStats;
}

export interface Backtest extends Work {
  readonly strategyVersion: number;
  /** The sweep that the run is part of; null for a run by itself. */
  readonly sweepId: string | null;
  readonly parameters: StrategyParameters | null;
  readonly barsDone: number;
  readonly barsTotal: number;
  /** How many trades have closed. */
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

/** What a run tried, as digests: the data, and the kind with its parameters. */
export interface Tried {
  readonly data: string;
  readonly parameters: string;
}

/** Trades as JSON, the last closed first, some of them in each text. See `packTrades`. */
export type StoredTrades = readonly string[];

/** A run that is done, to be stored with its lists. */
export interface BacktestResult {
  readonly summary: BacktestSummary;
  readonly log: readonly LogLine[];
  readonly equity: readonly BacktestPoint[];
  /** The closed trades. */
  readonly trades: StoredTrades;
  /** In a run with a record: when the first read came that the record does not answer; the run ends there. */
  readonly unreadAt?: number | null;
}

/** Why a run has no result. */
export interface RunFailure {
  readonly failed: string;
}

/** The same with its input as it was run. */
export interface FinishedRun extends BacktestResult {
  readonly input: BacktestAsked;
  readonly tried: Tried;
}

/** One of the grid. */
interface SweepPlace {
  readonly id: string;
  readonly place: number;
  readonly parameters: StrategyParameters;
}

export interface SweepRunResult extends FinishedRun, SweepPlace {}

/** It has no result, and counts as nothing that was tried. */
export interface FailedSweepRun extends SweepPlace {
  readonly input: BacktestAsked;
  readonly error: string;
}

/** Backtests and sweeps as their users see them: each sees own ones alone. */
export interface BacktestReads {
  backtest(username: Username, id: string): Promise<Backtest | null>;
  /** Newest first, without runs of sweeps; of all strategies when `strategyId` is null. */
  backtests(
    username: Username,
    strategyId: string | null,
    page: PageRequest,
  ): Promise<Page<Backtest>>;
  equity(username: Username, id: string): Promise<readonly BacktestPoint[]>;
  log(username: Username, id: string): Promise<readonly LogLine[]>;
  /** The trades in order of closing, the last first. */
  trades(username: Username, id: string, page: PageRequest): Promise<Page<BacktestTrade>>;
  /** All trades in the same order, still as text: a thread reads them, because a large run's take long. */
  storedTrades(username: Username, id: string): Promise<StoredTrades>;
  /** All trades in the same order. */
  allTrades(username: Username, id: string): Promise<readonly BacktestTrade[]>;
  sweep(username: Username, id: string): Promise<Sweep | null>;
  /** Newest first; of all strategies when `strategyId` is null. */
  sweeps(username: Username, strategyId: string | null, page: PageRequest): Promise<Page<Sweep>>;
  /** The best first, those that failed last. */
  sweepRuns(username: Username, id: string, page: PageRequest): Promise<Page<Backtest>>;
  /** How many of a sweep's runs failed. */
  failedRuns(username: Username, id: string): Promise<number>;
  /** How many of the user's wait or run. */
  unfinished(username: Username): Promise<number>;
}

/** How many backtests that are no part of a sweep, and how many sweeps, a user keeps. */
export interface StoredRuns {
  readonly backtests: number;
  readonly sweeps: number;
}

/** Makes room for what users run next. */
export interface BacktestRoom {
  /**
   * Removes a user's oldest backtests and sweeps beyond `most`, in short steps until `signal`. What waits or runs,
   * the backtest that the gate to PAPER reads and each strategy's newest sweep stay; what was tried still counts.
   */
  trim(username: Username, most: StoredRuns, signal: AbortSignal): Promise<void>;
}
