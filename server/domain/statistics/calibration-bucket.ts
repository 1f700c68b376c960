import { rateEstimate } from './estimate.ts';

export interface CalibrationBucket {
  readonly bucket: string;
  readonly n: number;
  /** Mean prediction of the bucket; null when it is empty. */
  readonly predicted: number | null;
  /** Share of the bucket's predictions that came true; for trades, the share that made money. */
  readonly observed: number | null;
  /** The ends of Wilson's 95 % interval of that share. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Predictions of 0 to 1 are compared in this many ranges of equal width. */
export const BUCKETS = 10;

/** A prediction on an edge belongs to the range above, except 1. */
export function bucketOf(prediction: number): number {
  return Math.min(Math.floor(prediction * BUCKETS), BUCKETS - 1);
}

export function calibrationOf(
  {
    wins,
    n,
    predicted,
  }: { readonly wins: number; readonly n: number; readonly predicted: number | null },
  index: number,
): CalibrationBucket {
  const { value, low, high } = rateEstimate(wins, n);
  const bucket = `${(index / BUCKETS).toFixed(1)}–${((index + 1) / BUCKETS).toFixed(1)}`;
  return { bucket, n, predicted, observed: value, low, high };
}
