import type { AssetClass } from '../instrument/instrument.ts';
import type { CandleInterval } from '../market/candle.ts';
import type { StrategyEntry, StrategyInstance } from './strategy.ts';

/** One property of a JSON Schema object: its type, bounds, default and description. */
export interface ParameterSchema {
  readonly type: 'integer' | 'number' | 'string' | 'boolean';
  readonly default: number | string | boolean;
  readonly description: string;
  readonly [keyword: string]: unknown;
}

export type StrategyParameters = Readonly<Record<string, number | string | boolean>>;

/** The bars of a run in the form that a columnar form reads; prices are whole numbers of one unit. */
export interface SignalBars {
  readonly symbol: string;
  readonly close: Float64Array;
  /** The bars of the run are `[from, to)`; earlier bars are complete and only warm up. */
  readonly from: number;
  readonly to: number;
}

/** The action at a bar's end. */
export const SIGNAL = { NONE: 0, ENTER_IF_FLAT: 1, EXIT_IF_HELD: 2 } as const;

/** A strategy that decides by closes alone and always enters the same at the market, in a form for all bars. */
export interface ColumnarForm {
  readonly entry: Pick<StrategyEntry, 'side' | 'quantity'>;
  /** A signal for each bar of `[from, to)`; null where numbers do not hold it exactly. */
  signals(bars: SignalBars): Uint8Array | null;
}

/** One kind of strategy: what a file of the operator exports, and what the shipped kinds are. */
export interface StrategyDefinition {
  readonly title: string;
  /** The strategy's idea, and when it fails. */
  readonly description: string;
  readonly assetClasses: readonly AssetClass[];
  /** The properties of a JSON Schema object. */
  readonly parameters: Readonly<Record<string, ParameterSchema>>;
  /** The interval of the bars that it is made for; left out: one minute. */
  readonly interval?: CandleInterval;
  /** The number of bars of each symbol that it needs before the first call; left out: none. */
  history?(parameters: never): number;
  create(parameters: never): StrategyInstance;
  /** The same decisions in a form that is faster over one symbol; a property test holds both equal. */
  columnar?(parameters: never): ColumnarForm;
}
