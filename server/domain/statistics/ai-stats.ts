import { rateEstimate } from './estimate.ts';
import { netPnlOf } from '../trade/trade-figures.ts';
import type { ClosedResult } from './closed-result.ts';

export interface CalibrationBucket {
  readonly bucket: string;
  readonly n: number;
  /** Mean confidence of the bucket's trades; null when it has none. */
  readonly predicted: number | null;
  /** Share of them that made money. */
  readonly observed: number | null;
  /** The ends of its 95 % interval, Wilson's. */
  readonly low: number | null;
  readonly high: number | null;
}

/** How well models predicted which trades make money. */
export interface AiStats {
  /** Mean squared difference of confidence and outcome (Brier 1950): 0 is perfect, 0.25 is a coin toss. */
  readonly brier: number | null;
  /** The number of trades with a confidence. */
  readonly n: number;
  /** Share of them that made money. */
  readonly baseRate: number | null;
  /** The Brier score of always predicting `baseRate`: a useful model scores lower. */
  readonly baseBrier: number | null;
  readonly calibration: readonly CalibrationBucket[];
  /** Win rate of the BUY and STRONG_BUY trades over that of all trades with a verdict; 1 means no use. */
  readonly lift: number | null;
}

const BUCKETS = 10;

export function aiStats(filled: readonly ClosedResult[]): AiStats {
  const forecasts = filled.flatMap(forecastOf);
  const judged = filled.filter(({ context }) => context.aiVerdict !== null);
  const advised = judged.filter(
    ({ context: { aiVerdict } }) => aiVerdict === 'BUY' || aiVerdict === 'STRONG_BUY',
  );
  const all = winRate(judged);
  const chosen = winRate(advised);
  const baseRate = mean(forecasts.map((forecast) => forecast.won));
  return {
    n: forecasts.length,
    baseRate,
    baseBrier: baseRate === null ? null : baseRate * (1 - baseRate),
    brier: mean(forecasts.map(({ confidence, won }) => (confidence - won) ** 2)),
    calibration: Array.from({ length: BUCKETS }, (_, n) => bucketOf(forecasts, n)),
    lift: all !== null && all > 0 && chosen !== null ? chosen / all : null,
  };
}

interface Forecast {
  readonly confidence: number;
  readonly won: 0 | 1;
}

function forecastOf(trade: ClosedResult): Forecast[] {
  const confidence = trade.context.aiConfidence;
  return confidence === null ? [] : [{ confidence, won: won(trade) }];
}

/** A confidence on an edge belongs to the bucket above, except 1. */
function bucketOf(forecasts: readonly Forecast[], index: number): CalibrationBucket {
  const own = forecasts.filter(
    ({ confidence }) => Math.min(Math.floor(confidence * BUCKETS), BUCKETS - 1) === index,
  );
  const { value, low, high, n } = rateEstimate(
    own.filter((forecast) => forecast.won === 1).length,
    own.length,
  );
  return {
    bucket: `${(index / BUCKETS).toFixed(1)}–${((index + 1) / BUCKETS).toFixed(1)}`,
    n,
    predicted: mean(own.map(({ confidence }) => confidence)),
    observed: value,
    low,
    high,
  };
}

function winRate(trades: readonly ClosedResult[]): number | null {
  return mean(trades.map(won));
}

function won(trade: ClosedResult): 0 | 1 {
  return netPnlOf(trade).greaterThan(0) ? 1 : 0;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : values.reduce((total, value) => total + value, 0) / values.length;
}
