import { meanEstimate, type Estimate, type Floats } from './estimate.ts';

/** An error rate over all looks together, and the number of values for which the interval is narrowest. */
export interface Looks {
  readonly errorShare: number;
  readonly around: number;
}

/**
 * Mean with an interval that holds however often one looks while values come: the asymptotic confidence
 * sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2024), "Time-uniform central limit theory and
 * asymptotic confidence sequences", Theorem 2.2. It assumes only a variance, and some dozens of values.
 */
export function alwaysMean(values: Floats, { errorShare, around }: Looks): Estimate {
  const { value, high, n } = meanEstimate(values);
  if (value === null || high === null) return { value, low: null, high: null, n };
  const log = 2 * Math.log(1 / errorShare);
  const rate = (log + Math.log(log) + 1) / around;
  const time = n * rate;
  const width = ((2 * (time + 1)) / (n * time)) * Math.log(Math.sqrt(time + 1) / errorShare);
  const half = deviation(values, value) * Math.sqrt(width);
  return { value, low: value - half, high: value + half, n };
}

function deviation(values: Floats, mean: number): number {
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) squares += (values[at]! - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}
