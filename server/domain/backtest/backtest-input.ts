import type { Limits } from '../account/settings.ts';
import type { BarColumns } from '../bars/bar-columns.ts';
import type { QuoteTable } from '../bars/quote-table.ts';
import type { CandleInterval } from '../market/candle.ts';
import type { FillFit, FillModel } from '../matching/fill-model.ts';
import type { StrategyParameters } from '../strategy/definition.ts';
import type { RecordedRun } from './recorded-run.ts';
import type { Decision } from './backtest-report.ts';

/** A fill's fee: the larger of `minimum` and `perUnit` × quantity + `pct` % of its value. Dollars as decimals. */
export interface BacktestFees {
  readonly perUnit?: string | null;
  /** Percent points. */
  readonly pct?: string | null;
  readonly minimum?: string | null;
}

/** One run, with every default filled in. Money is in dollars, as decimals. */
export interface BacktestInput {
  /** The version of the strategy's code. */
  readonly kindVersion: string;
  readonly parameters: StrategyParameters;
  readonly symbols: readonly string[];
  /** The run takes bars that start in `[from, to)`, in milliseconds; earlier bars of the data only warm up. */
  readonly from: number;
  readonly to: number;
  /** The interval of the bars that the strategy sees; null: it sees only quotes. */
  readonly interval: CandleInterval | null;
  readonly fillModel: FillModel;
  /** The fit that CALIBRATED fills by; other models have none. */
  readonly fillFit?: FillFit;
  readonly cash: string;
  /** Null: the fee schedule of the PAPER book. */
  readonly fees: BacktestFees | null;
  /** Percent points by which MARKET and stop fills on bars are worse. */
  readonly slippagePct: string;
  /** The seed of `random()`. */
  readonly seed: number;
  /** The user's limits that are set; they stop entries, never exits. */
  readonly limits?: Partial<Limits>;
  /** A digest of the data's content, the same however it is stored. */
  readonly dataHash: string;
}

/**
 * All data that a run may read. A symbol may have bars of several intervals. Underlyings that are not traded
 * may have bars too: their closes settle options.
 */
export interface BacktestData {
  readonly bars: readonly BarColumns[];
  readonly quotes: QuoteTable | null;
}

/** Hashes text, or bytes of text, piece by piece, like `createHash('sha256')` of Node. */
export interface Hasher {
  /** Reads the bytes before it returns. */
  update(text: string | Uint8Array): unknown;
  digest(): string;
}

export interface BacktestControl {
  /** SHA-256 of UTF-8 text, in hexadecimal. */
  readonly hasher: Hasher;
  /** Called now and then with the number of bars read so far, and the number of all. */
  readonly onProgress?: (bars: number, total: number) => void;
  /** Soon after this cell is no longer 0, the run ends without a report. */
  readonly cancel?: Int32Array;
  /** The record of a run at work that this one repeats: it reads what that one read, and ends where the record ends. */
  readonly record?: RecordedRun;
  /** Gets all that the strategy asks for, in order; left out: it is not collected. */
  readonly decisions?: Decision[];
}
