import type { OrderSide } from '../order/order.ts';
import type { TradeStatus } from '../trade/trade-status.ts';

/** One closed trade. Instants are milliseconds since 1970 UTC, money and quantities exact decimals. */
export interface BacktestTrade {
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: string;
  /** When the strategy asked for it; trades stored by earlier versions have none. */
  readonly decidedAt?: number;
  readonly entryAt: number;
  /** Average price of its fills, in dollars; one without an end, as a third, has 12 decimals. */
  readonly entryPrice: string;
  readonly exitAt: number;
  readonly exitPrice: string;
  readonly closeReason: TradeStatus;
  /** The result before fees. */
  readonly realizedPnl: string;
  readonly fees: string;
  readonly netPnl: string;
  /** The middle of the market at its last fills; left out where it was not asked for, or there was no quote. */
  readonly entryMarket?: string;
  readonly exitMarket?: string;
}

/** The position in a symbol at the end. */
export interface BacktestPosition {
  readonly symbol: string;
  /** Negative when short. */
  readonly quantity: string;
  /** Dollars paid; negative: received. */
  readonly costBasis: string;
  /** The last known price; null: there never was one. */
  readonly price: string | null;
}

export interface BacktestPoint {
  readonly at: number;
  readonly cash: string;
  /** Null while a held symbol has no known price. */
  readonly equity: string | null;
}

/** A request of the strategy, in canonical words; for comparing runs. */
export interface Decision {
  readonly at: number;
  /** When all data that led to it was known: later than `at` after a fill within a bar. */
  readonly by: number;
  readonly asked: string;
}

/** A finished run without its trades, in plain values that any thread may pass on. Money: dollars as exact decimals. */
export interface BacktestReport {
  /** Bars read in `[from, to)`, all symbols together. */
  readonly bars: number;
  readonly endCash: string;
  readonly endEquity: string | null;
  /** Dollars below the highest equity before, seen at the bars' ends; the starting cash counts as equity. */
  readonly maxDrawdown: string;
  /** The same fall in percent points of the equity that it fell from; null where that was not above 0. */
  readonly maxDrawdownPct: number | null;
  /** Percent points of the bars at whose end their own symbol is held; null without bars. */
  readonly exposurePct: number | null;
  /** At most 2,000 points, oldest first, with the first, the last and the lowest. */
  readonly equity: readonly BacktestPoint[];
  readonly openPositions: readonly BacktestPosition[];
  readonly warnings: readonly string[];
  /** What the strategy logged: the last 1,000 lines. */
  readonly log: readonly { readonly at: number; readonly text: string }[];
  /** SHA-256 of kind version, parameters, input, data, and every order, fill and settlement in order. */
  readonly hash: string;
}
