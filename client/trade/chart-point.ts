export interface ChartCandle {
  /** Start of the candle, seconds since 1970. */
  readonly at: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** The underlying's close for this candle; null when unknown, and for shares. */
  readonly underlying: number | null;
}

export interface ChartPoint {
  /** Seconds since 1970. */
  at: number;
  price: number | null;
  underlying: number | null;
  /** The candle that closed at this price, in a chart of candles. */
  candle?: ChartCandle;
}

export interface GridSlot {
  /** Seconds since 1970, on the grid. */
  at: number;
  /** The slot's last point; null when it has none. */
  point: ChartPoint | null;
  /** The next point is so far away that the price in between is unknown. */
  beforeGap: boolean;
}
