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
  /** Of the strategy's code. */
  readonly kindVersion: string;
  readonly parameters: StrategyParameters;
  readonly symbols: readonly string[];
  /** Starts of bars in `[from, to)` are run, in milliseconds; earlier ones of the data only warm up. */
  readonly from: number;
  readonly to: number;
  /** What the strategy sees; null: quotes only. */
  readonly interval: CandleInterval | null;
  readonly fillModel: FillModel;
  /** Of CALIBRATED, which alone has one. */
  readonly fillFit?: FillFit;
  readonly cash: string;
  /** Null: the paper book's schedule. */
  readonly fees: BacktestFees | null;
  /** Percent points that MARKET and stop fills on bars are worse by. */
  readonly slippagePct: string;
  /** Of `random()`. */
  readonly seed: number;
  /** Those of the user that are set; they stop entries, never exits. */
  readonly limits?: Partial<Limits>;
  /** A digest of the data's content, the same whatever keeps it. */
  readonly dataHash: string;
}

/**
 * All that a run may read. Bars of a symbol may come in several intervals, and of underlyings that are not
 * traded: their closes settle options.
 */
export interface BacktestData {
  readonly bars: readonly BarColumns[];
  readonly quotes: QuoteTable | null;
}

/** Hashes text, and bytes of text, piece by piece, as `createHash('sha256')` of Node does. */
export interface Hasher {
  /** Bytes are read before it returns. */
  update(text: string | Uint8Array): unknown;
  digest(): string;
}

export interface BacktestControl {
  /** SHA-256 of UTF-8 text, in hexadecimal. */
  readonly hasher: Hasher;
  /** Called now and then with the number of bars read so far, and of those that will be. */
  readonly onProgress?: (bars: number, total: number) => void;
  /** The run ends without a report soon after this cell is other than 0. */
  readonly cancel?: Int32Array;
  /** Of a run at work, in whose place this one stands: it reads what that one read, and ends where that read no more. */
  readonly record?: RecordedRun;
  /** Gets all that the strategy asks for, in order; left out: nobody wants to know. */
  readonly decisions?: Decision[];
}
