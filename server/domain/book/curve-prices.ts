import type { Decimal } from '../decimal.ts';
import type { TradeId } from '../ids.ts';

/** The exit-side price of a trade at an instant. */
export interface PriceTick {
  readonly at: Date;
  readonly tradeId: TradeId;
  readonly price: Decimal;
}

export interface CurveSpan {
  readonly from: Date;
  readonly to: Date;
}

/** Prices in addition to those in the columns. */
export interface CurvePrices {
  /** The last price of each trade before the span. */
  readonly before: ReadonlyMap<TradeId, Decimal>;
  /** Prices within the span, oldest first. */
  readonly ticks: readonly PriceTick[];
}
