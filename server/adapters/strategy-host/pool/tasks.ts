import type { BacktestData, BacktestInput } from '../../../domain/backtest/backtest-input.ts';
import type { BacktestReport } from '../../../domain/backtest/backtest-report.ts';
import type { PromotionReport } from '../../../domain/promotion/promotion.ts';
import type { StrategyRun } from '../../../domain/strategy/strategy-run.ts';
import type { LiveAnswer, LiveCall, LiveNeeds } from '../../../ports/live-host.ts';
import type { RunResults, SweepOverfitting } from '../../../domain/backtest/sweep-overfitting.ts';
import type { KindCode } from '../../../ports/strategies.ts';
import type { StoredTrades } from '../../../ports/backtests.ts';
import type { StoredSeries } from '../../../ports/data-sets.ts';
import type {
  JudgeAsked,
  MonteCarloAsked,
  PackedRecord,
  ReadData,
  SeenSeries,
} from '../../../ports/backtest-pool.ts';
import type { KindDescription } from '../kinds/describe-kind.ts';

/** The tasks of a pool's thread, each with its question and its answer. */
export interface Tasks {
  readonly read: { readonly asks: readonly StoredSeries[]; readonly answers: BacktestData };
  readonly readSeen: { readonly asks: readonly SeenSeries[]; readonly answers: ReadData };
  readonly run: { readonly asks: RunAsked; readonly answers: RunAnswer | null };
  readonly decide: { readonly asks: DecideAsked; readonly answers: DecideAnswer | null };
  readonly statsOf: { readonly asks: readonly StoredTrades[]; readonly answers: string };
  readonly monteCarlo: { readonly asks: MonteCarloAsked; readonly answers: string };
  readonly judge: { readonly asks: JudgeAsked; readonly answers: PromotionReport };
  readonly overfitting: {
    readonly asks: readonly RunResults[];
    readonly answers: SweepOverfitting;
  };
  readonly compile: { readonly asks: SourceFile; readonly answers: string };
  readonly describe: { readonly asks: OwnCode; readonly answers: KindDescription };
  readonly liveOpen: { readonly asks: LiveOpened; readonly answers: LiveNeeds };
  readonly liveCalls: { readonly asks: LiveCalled; readonly answers: readonly LiveAnswer[] };
  readonly liveClose: { readonly asks: number; readonly answers: null };
}

export type TaskName = keyof Tasks;

export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

export type OwnCode = Extract<KindCode, { readonly module: string }>;

export interface RunAsked {
  readonly code: KindCode;
  readonly input: Omit<BacktestInput, 'limits'>;
  /** The limits as JSON that keeps exact numbers. */
  readonly limits: string;
  readonly data: BacktestData;
  readonly record?: PackedRecord;
}

/** An instance of a strategy that stays in the thread, under a number that the caller chooses. */
export interface LiveOpened extends Pick<StrategyRun, 'parameters' | 'seed'> {
  readonly id: number;
  readonly code: KindCode;
}

/** Calls of an instance, made in order; the answers come in the same order. */
export interface LiveCalled {
  readonly id: number;
  readonly calls: readonly LiveCall[];
}

export interface DecideAsked extends RunAsked {
  /** An instant at which the data is cut off; null: the whole run. */
  readonly cut: number | null;
}

/** Digests of the decisions up to an instant: the cut or, in a whole run, each instant worth a cut. */
export interface DecideAnswer {
  /** Hash of the run's report. */
  readonly hash: string;
  readonly decided: readonly { readonly at: number; readonly digest: string }[];
}

/** `stats` is JSON that keeps exact numbers, which a message cannot. */
export interface RunAnswer {
  readonly report: BacktestReport;
  readonly trades: StoredTrades;
  readonly stats: string;
  readonly unreadAt: number | null;
}

/** Cells that a task and its caller share while it runs. */
export interface SharedCells {
  /** Not 0 once the caller has canceled. */
  readonly cancel: Int32Array;
  /** Raised before and after each call of an operator's strategy: odd while a call runs. */
  readonly calls: Int32Array;
  /** Bars read, and bars in all. */
  readonly progress: Float64Array;
}

export function newCells(): SharedCells {
  return {
    cancel: new Int32Array(new SharedArrayBuffer(4)),
    calls: new Int32Array(new SharedArrayBuffer(4)),
    progress: new Float64Array(new SharedArrayBuffer(16)),
  };
}

export interface AskedTask {
  readonly id: number;
  readonly name: TaskName;
  readonly asks: unknown;
  readonly cells: SharedCells;
}

/** `failed`: what the task threw, such as the error of a strategy. */
export type AnsweredTask = { readonly id: number } & (
  { readonly answer: unknown } | { readonly failed: string }
);
