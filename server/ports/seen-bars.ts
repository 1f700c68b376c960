import type { Candle, CandleInterval } from '../domain/market/candle.ts';

/** Which bars. Those of one source are kept once, for all users. */
export interface BarsKey {
  /** The venue that gave them. */
  readonly source: string;
  readonly symbol: string;
  readonly interval: CandleInterval;
}

/** The bars that begin in one span of time. */
export interface SeenSpan {
  readonly from: Date;
  /** The source was asked for all of the span, long enough after its end: nothing more will come. */
  readonly whole: boolean;
  /** Complete bars, oldest first. */
  readonly bars: readonly Candle[];
}

export interface SeenBars {
  /** Spans that begin in `[from, to)`, oldest first. */
  of(key: BarsKey, from: Date, to: Date): Promise<readonly SeenSpan[]>;
  /** Replaces the spans with the same beginnings. */
  put(key: BarsKey, spans: readonly SeenSpan[]): Promise<void>;
}
