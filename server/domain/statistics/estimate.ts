/** A figure with its 95 % interval; null only when `n` trades do not define it. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

const Z = 1.959963984540054;

/** Wilson's score interval of a rate (Wilson 1927), which stays inside 0..1 even for few trades. */
export function rateEstimate(successes: number, n: number): Estimate {
  if (n === 0) return { value: null, low: null, high: null, n };
  const rate = successes / n;
  const spread =
    (Z * Math.sqrt((rate * (1 - rate)) / n + (Z * Z) / (4 * n * n))) / (1 + (Z * Z) / n);
  const centre = (rate + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  return { value: rate, low: Math.max(0, centre - spread), high: Math.min(1, centre + spread), n };
}

/** Mean with Student's t interval; a single value has no interval. */
export function meanEstimate(values: readonly number[]): Estimate {
  const n = values.length;
  if (n === 0) return { value: null, low: null, high: null, n };
  const mean = average(values);
  if (n === 1) return { value: mean, low: null, high: null, n };
  const half = studentT(n - 1) * Math.sqrt(covariance(values, values) / n);
  return { value: mean, low: mean - half, high: mean + half, n };
}

/**
 * Gains over losses, with an interval on the log of the ratio (delta method for a ratio of means). Undefined
 * without a loss.
 */
export function ratioEstimate(gains: readonly number[], losses: readonly number[]): Estimate {
  const n = gains.length;
  const gain = average(gains);
  const loss = average(losses);
  if (n === 0 || loss === 0) return { value: null, low: null, high: null, n };
  const value = gain / loss;
  if (n === 1 || gain === 0) return { value, low: null, high: null, n };
  const variance =
    (covariance(gains, gains) / gain ** 2 +
      covariance(losses, losses) / loss ** 2 -
      (2 * covariance(gains, losses)) / (gain * loss)) /
    n;
  const factor = Math.exp(Z * Math.sqrt(Math.max(0, variance)));
  return { value, low: value / factor, high: value * factor, n };
}

/**
 * Sharpe ratio per value, not annualised, with its asymptotic interval for independent returns (Lo 2002, eq.
 * 9: standard error √((1 + S²/2) / n)). Undefined when all values are equal.
 */
export function sharpeEstimate(values: readonly number[]): Estimate {
  const n = values.length;
  const deviation = n < 2 ? 0 : Math.sqrt(covariance(values, values));
  if (!(deviation > 0)) return { value: null, low: null, high: null, n };
  const value = average(values) / deviation;
  const half = Z * Math.sqrt((1 + value ** 2 / 2) / n);
  return { value, low: value - half, high: value + half, n };
}

function average(values: readonly number[]): number {
  return values.length === 0
    ? 0
    : values.reduce((total, value) => total + value, 0) / values.length;
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const meanA = average(a);
  const meanB = average(b);
  const total = a.reduce((acc, value, i) => acc + (value - meanA) * ((b[i] ?? 0) - meanB), 0);
  return total / (a.length - 1);
}

/** The 97.5 % point of Student's t: exact for 1 and 2, else Cornish-Fisher (Abramowitz & Stegun 26.7.5). */
function studentT(freedom: number): number {
  if (freedom === 1) return 12.706204736432095;
  if (freedom === 2) return 4.302652729911275;
  const z = Z;
  const v = freedom;
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * v ** 4)
  );
}
