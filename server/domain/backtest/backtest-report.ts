import type { OrderSide } from '../order/order.ts';
import type { TradeStatus } from '../trade/trade-status.ts';

/** One closed trade. Instants are milliseconds since 1970 UTC, money and quantities exact decimals. */
export interface BacktestTrade {
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: string;
  /** When the strategy asked for it; left out of trades that were stored before this was. */
  readonly decidedAt?: number;
  readonly entryAt: number;
  /** Average of its fills, in dollars; a third has 12 decimals. */
  readonly entryPrice: string;
  readonly exitAt: number;
  readonly exitPrice: string;
  readonly closeReason: TradeStatus;
  /** Before fees. */
  readonly realizedPnl: string;
  readonly fees: string;
  readonly netPnl: string;
  /** The middle of the market at its last fills; left out where nobody asked for it, or no quote was there. */
  readonly entryMarket?: string;
  readonly exitMarket?: string;
}

/** What is held of a symbol at the end. */
export interface BacktestPosition {
  readonly symbol: string;
  /** Negative: short. */
  readonly quantity: string;
  /** Dollars paid; negative: received. */
  readonly costBasis: string;
  /** The last price known; null: none ever was. */
  readonly price: string | null;
}

export interface BacktestPoint {
  readonly at: number;
  readonly cash: string;
  /** Null while no price of something held is known. */
  readonly equity: string | null;
}

/** Something that the strategy asked for, in canonical words; for comparing runs. */
export interface Decision {
  readonly at: number;
  /** When all data was known that led to it: later than `at` after a fill within a bar. */
  readonly by: number;
  readonly asked: string;
}

/** A finished run but for its trades, in plain values that any thread may pass on. Money: dollars as exact decimals. */
export interface BacktestReport {
  /** Read in `[from, to)`, all symbols together. */
  readonly bars: number;
  readonly endCash: string;
  readonly endEquity: string | null;
  /** Dollars below the highest equity before, at the bars' ends, the starting cash included. */
  readonly maxDrawdown: string;
  /** That one, in percent points of the equity that it fell from; null where that was not above 0. */
  readonly maxDrawdownPct: number | null;
  /** Percent points of the bars, each symbol's own, at whose end it is held; null without bars. */
  readonly exposurePct: number | null;
  /** At most 2,000, oldest first; the first, the last and the lowest are among them. */
  readonly equity: readonly BacktestPoint[];
  readonly openPositions: readonly BacktestPosition[];
  readonly warnings: readonly string[];
  /** What the strategy logged: the last 1,000 lines. */
  readonly log: readonly { readonly at: number; readonly text: string }[];
  /** SHA-256 of kind version, parameters, input, data, and every order, fill and settlement in order. */
  readonly hash: string;
}
