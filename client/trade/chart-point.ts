export interface ChartCandle {
  /** Seconds since 1970 at which it begins. */
  readonly at: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** Where the underlying closed it; null where that is not known, or for shares. */
  readonly underlying: number | null;
}

export interface ChartPoint {
  /** Seconds since 1970. */
  at: number;
  price: number | null;
  underlying: number | null;
  /** Of candles: the one that the price closed. */
  candle?: ChartCandle;
}

export interface GridSlot {
  /** Seconds since 1970, on the grid. */
  at: number;
  /** The last point of the slot; nothing where none fell into it. */
  point: ChartPoint | null;
  /** No point for so long after this one that what lies between is not known. */
  beforeGap: boolean;
}
