import type { BacktestData, BacktestInput } from '../domain/backtest/backtest-input.ts';
import type { BarText } from '../domain/bars/bars-builder.ts';
import type { RecordedCall, RecordedSpan } from '../domain/backtest/recorded-run.ts';
import type { RunResults, SweepOverfitting } from '../domain/backtest/sweep-overfitting.ts';
import type { CandleInterval } from '../domain/market/candle.ts';
import type { LookAheadEvidence } from '../domain/promotion/evidence.ts';
import type { BacktestToJudge } from '../domain/promotion/judge-backtest.ts';
import type { PromotionReport } from '../domain/promotion/promotion.ts';
import type { MonteCarlo } from '../domain/statistics/monte-carlo.ts';
import type { TradeStats } from '../domain/statistics/trade-stats.ts';
import type { BacktestResult, StoredTrades } from './backtests.ts';
import type { StoredSeries } from './data-sets.ts';

/** The strategy itself failed: it threw, took too long, used too much memory or cannot be loaded. */
export class StrategyFailed extends Error {
  override readonly name = 'StrategyFailed';
}

/** A call that a live run made. `reads`: where its pieces hold what it read, as the journal's text. */
export interface PackedCall extends Omit<RecordedCall, 'reads'> {
  readonly reads: { readonly piece: number; readonly from: number; readonly to: number } | null;
}

/** What a live run was given and what it read. See `RecordedRun`. */
export interface PackedRecord {
  /** They are in memory that threads share. */
  readonly pieces: readonly Uint8Array[];
  readonly calls: readonly PackedCall[];
  readonly spans: readonly RecordedSpan[];
  readonly nearMs: number;
}

/** One run of a kind over columns that threads share. */
export interface PoolRun {
  readonly kind: string;
  readonly input: BacktestInput;
  readonly data: BacktestData;
  /** What the live run was given and read, when this run is compared with one. */
  readonly record?: PackedRecord;
}

export interface RunWatch {
  /** Aborted: the run ends within a second, without a result. */
  readonly signal: AbortSignal;
  /** Reports the bars read so far and the bars in all, at most ten times a second. */
  readonly onProgress: (bars: number, total: number) => void;
}

export interface JudgeAsked {
  readonly trades: StoredTrades;
  readonly backtest: BacktestToJudge;
}

export interface MonteCarloAsked {
  /** The trades in the form in which they are stored. */
  readonly trades: StoredTrades;
  readonly cash: string;
  readonly runs: number;
  readonly seed: number;
}

/** Bars as a source gave them, prices as decimal text. */
export interface SeenSeries {
  readonly symbol: string;
  readonly interval: CandleInterval;
  readonly bars: readonly BarText[];
}

export interface ReadData {
  readonly data: BacktestData;
  readonly hashes: readonly string[];
}

/** Threads that compute apart from the server's own thread, which they never block. */
export interface BacktestPool {
  /** How many runs there may be at once and still leave the server a core. */
  readonly lanes: number;
  /** The columns of stored series, in memory that all threads share. */
  read(series: readonly StoredSeries[]): Promise<BacktestData>;
  /** The same for bars that a source gave, with a digest of each series. */
  readSeen(series: readonly SeenSeries[]): Promise<ReadData>;
  /** Null: the run was ended by its signal. @throws {StrategyFailed} */
  run(run: PoolRun, watch: RunWatch): Promise<BacktestResult | null>;
  /**
   * Whether a run decides the same on data that is cut off after its decisions. Null: it was ended by its signal,
   * or its report no longer has this hash. @throws {StrategyFailed} the whole run fails
   */
  lookAhead(run: PoolRun, hash: string, signal: AbortSignal): Promise<LookAheadEvidence | null>;
  /** Statistics of the trades of some runs together, in order of closing. */
  statsOf(runs: readonly StoredTrades[]): Promise<TradeStats>;
  /** The gate to PAPER by a backtest with these trades. */
  judge(asked: JudgeAsked): Promise<PromotionReport>;
  /** Null when there is no trade. */
  monteCarlo(asked: MonteCarloAsked): Promise<MonteCarlo | null>;
  /** How far a sweep's choice is overfitted; `runs` are all of its runs. */
  overfitting(runs: readonly RunResults[]): Promise<SweepOverfitting>;
}
