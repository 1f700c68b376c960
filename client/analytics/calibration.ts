import type { ResultsQuery } from '../gql/graphql.ts';
import { fixed } from '../lib/format.ts';

export type Ai = Pick<
  ResultsQuery['stats']['ai'],
  'n' | 'brier' | 'baseRate' | 'baseBrier' | 'calibration'
>;
export type Bucket = Ai['calibration'][number];

/** A range with fewer trades is not drawn but reported as too few. */
const ENOUGH_IN_RANGE = 5;

export function isDrawn(bucket: Bucket): boolean {
  return bucket.n >= ENOUGH_IN_RANGE && bucket.predicted != null && bucket.observed != null;
}

/** The words for what was predicted. */
export interface Predicted {
  readonly many: string;
  /** The predictions that count in a score. */
  readonly predictions: string;
  /** What happened to the share that `baseRate` gives. */
  readonly happened: string;
}

export const TRADES: Predicted = {
  many: 'trades',
  predictions: 'trades with a confidence',
  happened: 'won',
};
export const FORECASTS: Predicted = {
  many: 'forecasts',
  predictions: 'settled forecasts',
  happened: 'came true',
};

/** A sentence: whether models are too confident or too cautious, and whether they beat the base rate. */
export function calibrationVerdict(ai: Ai, predictions = TRADES.predictions): string {
  if (ai.n < 30) return `Too early to say: ${ai.n} ${predictions}, needs 30.`;
  const drawn = ai.calibration.filter(isDrawn);
  const over = drawn.filter((b) => b.high != null && b.predicted != null && b.predicted > b.high);
  const under = drawn.filter((b) => b.low != null && b.predicted != null && b.predicted < b.low);
  const where = (buckets: readonly Bucket[]) => buckets.map((b) => b.bucket).join(', ');
  const parts = [
    over.length ? `overconfident at ${where(over)}` : '',
    under.length ? `underconfident at ${where(under)}` : '',
  ].filter(Boolean);
  if (parts.length === 0) parts.push('its confidence fits what happened');
  const better = ai.brier != null && ai.baseBrier != null && ai.brier < ai.baseBrier;
  const base = ai.baseRate == null ? '' : ` ${fixed(ai.baseRate * 100, 0)}%`;
  parts.push(
    better
      ? `and beats always predicting${base}`
      : `and is no better than always predicting${base}`,
  );
  const sentence = parts.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
