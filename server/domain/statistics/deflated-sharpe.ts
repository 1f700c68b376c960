import type { Floats } from './estimate.ts';
import { normalBelow, normalQuantile } from './normal.ts';

/** Shape of a series of results, per day and not annualised. */
export interface SharpeShape {
  readonly sharpe: number;
  readonly skew: number;
  /** It is 3 for a normal distribution. */
  readonly kurtosis: number;
  readonly days: number;
}

/** The shape of these results; null: they do not vary, or there are fewer than two. */
export function sharpeShape(results: Floats): SharpeShape | null {
  const days = results.length;
  let mean = 0;
  for (let at = 0; at < days; at += 1) mean += results[at]! / days;
  let [second, third, fourth] = [0, 0, 0];
  for (let at = 0; at < days; at += 1) {
    const off = results[at]! - mean;
    second += off ** 2 / days;
    third += off ** 3 / days;
    fourth += off ** 4 / days;
  }
  if (!(second > 0)) return null;
  const sharpe = mean / Math.sqrt((second * days) / (days - 1));
  return { sharpe, skew: third / second ** 1.5, kurtosis: fourth / second ** 2, days };
}

const EULER = 0.5772156649015329;

/**
 * The Sharpe ratio to expect of the best of `tries` independent results without any skill, whose ratios have
 * this variance (Bailey & López de Prado 2014, "The Deflated Sharpe Ratio", eq. 1).
 */
export function luckiestSharpe(tries: number, variance: number): number {
  if (tries < 2) return 0;
  const at = (share: number) => normalQuantile(1 - share / tries);
  return Math.sqrt(variance) * ((1 - EULER) * at(1) + EULER * at(1 / Math.E));
}

/**
 * The chance that the true Sharpe ratio lies above a benchmark, for results that need not be normal (the same
 * paper, eq. 2; with `luckiestSharpe` as benchmark: the deflated Sharpe ratio). Null: too few or too odd to say.
 */
export function sharpeConfidence(shape: SharpeShape, benchmark: number): number | null {
  const { sharpe, skew, kurtosis, days } = shape;
  const spread = 1 - skew * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2;
  if (!(spread > 0)) return null;
  return normalBelow(((sharpe - benchmark) * Math.sqrt(days - 1)) / Math.sqrt(spread));
}
