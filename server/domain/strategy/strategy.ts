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

/** A present quote. Null: the source does not give it. */
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

/** An entry that a strategy asks for. `quantity`: a decimal as text, in contracts, shares or tokens. */
export interface StrategyEntry {
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: string;
  /** Left out: a MARKET order. */
  readonly orderType?: OrderType;
  readonly limitPrice?: number | string;
  readonly bracket?: StrategyBracket;
}

/** The desk as a strategy sees it at one instant. Every answer was there before the call; no source is asked. */
export interface StrategyDesk {
  readonly now: Date;
  /** The bar was missed and only warms up: nothing is told of cash, positions and quotes, and nothing is carried out. */
  readonly missed: boolean;
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
  /** Cancels the waiting entries of the symbol. */
  cancel(symbol: string): void;
}

/** One run's state. Its calls return at once: what it asks for is carried out in order after that. */
export interface StrategyInstance {
  onBar?(bar: StrategyBar, desk: StrategyDesk): void;
  onQuote?(quote: StrategyQuote, desk: StrategyDesk): void;
  onFill?(fill: StrategyFill, desk: StrategyDesk): void;
}
