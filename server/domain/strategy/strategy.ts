import type { AssetClass } from '../instrument/instrument.ts';
import type { OrderSide, OrderType } from '../order/order.ts';

/** A complete bar. Prices and volume are numbers, as markets print them; `at` is the bar's start. */
export interface StrategyBar {
  readonly symbol: string;
  readonly at: Date;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** A quote as it stands. Null: the source does not tell it. */
export interface StrategyQuote {
  readonly symbol: string;
  readonly at: Date;
  readonly bid: number | null;
  readonly ask: number | null;
  readonly iv: number | null;
  readonly delta: number | null;
  readonly underlyingPrice: number | null;
}

/** One execution of the strategy's own order. `quantity` is a decimal as text. */
export interface StrategyFill {
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: string;
  readonly price: number;
  readonly at: Date;
}

/** Signed: negative is short. `quantity` is a decimal as text. */
export interface StrategyPosition {
  readonly quantity: string;
  readonly averagePrice: number;
}

/** Prices of the instrument; `trailingPct`: percent points by which a stop follows. */
export interface StrategyBracket {
  readonly stopLoss?: number | string;
  readonly takeProfit?: number | string;
  readonly trailingPct?: number | string;
}

/** What a strategy asks for. `quantity`: a decimal as text, in contracts, shares or tokens. */
export interface StrategyEntry {
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: string;
  /** Left out: MARKET. */
  readonly orderType?: OrderType;
  readonly limitPrice?: number | string;
  readonly bracket?: StrategyBracket;
}

/** The desk as a strategy sees it at one instant. Every answer was there before the call: nothing is asked for. */
export interface StrategyDesk {
  readonly now: Date;
  /** Dollars, as a decimal. */
  readonly cash: string;
  /** Complete bars of the symbol, oldest first, at most `n`. */
  history(symbol: string, n: number): readonly StrategyBar[];
  quote(symbol: string): StrategyQuote | null;
  /** Listed contracts with their quotes; empty where none are known. */
  chain(underlying: string): readonly StrategyQuote[];
  position(symbol: string): StrategyPosition | null;
  /** From 0 to less than 1, the same sequence for the same seed. */
  random(): number;
  log(text: string): void;
  enter(entry: StrategyEntry): void;
  exit(symbol: string): void;
  /** Cancels what still waits to enter the symbol. */
  cancel(symbol: string): void;
}

/** One run's state. It answers at once: what it asks for is carried out in order after it returns. */
export interface StrategyInstance {
  onBar?(bar: StrategyBar, desk: StrategyDesk): void;
  onQuote?(quote: StrategyQuote, desk: StrategyDesk): void;
  onFill?(fill: StrategyFill, desk: StrategyDesk): void;
}

/** One property of a JSON Schema object: its type, bounds, default and description. */
export interface ParameterSchema {
  readonly type: 'integer' | 'number' | 'string' | 'boolean';
  readonly default: number | string | boolean;
  readonly description: string;
  readonly [keyword: string]: unknown;
}

export type StrategyParameters = Readonly<Record<string, number | string | boolean>>;

/** The bars of a run as a columnar form reads them; prices are whole numbers of one unit. */
export interface SignalBars {
  readonly symbol: string;
  readonly close: Float64Array;
  /** The bars of the run are `[from, to)`; those before are complete and only warm up. */
  readonly from: number;
  readonly to: number;
}

/** What is done at a bar's end. */
export const SIGNAL = { NONE: 0, ENTER_IF_FLAT: 1, EXIT_IF_HELD: 2 } as const;

/** A strategy that decides by closes alone, and always enters the same at the market, for all bars at once. */
export interface ColumnarForm {
  readonly entry: Pick<StrategyEntry, 'side' | 'quantity'>;
  /** A signal for each bar of `[from, to)`, or null where numbers do not hold it exactly. */
  signals(bars: SignalBars): Uint8Array | null;
}

/** One kind of strategy: what a file of the operator's exports, and what the shipped ones are. */
export interface StrategyDefinition {
  readonly title: string;
  /** Its idea, and when it fails. */
  readonly description: string;
  readonly assetClasses: readonly AssetClass[];
  /** The properties of a JSON Schema object. */
  readonly parameters: Readonly<Record<string, ParameterSchema>>;
  /** Bars that it wants to see of each symbol before the first call; left out: none. */
  history?(parameters: never): number;
  create(parameters: never): StrategyInstance;
  /** The same decisions in a form that is faster over one symbol; a property test holds the two equal. */
  columnar?(parameters: never): ColumnarForm;
}
