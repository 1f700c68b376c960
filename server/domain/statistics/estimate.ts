/** A figure with its 95 % interval; null only when `n` trades do not define it. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/** Numbers in a plain or a typed array. */
export type Floats = ArrayLike<number>;

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
export function meanEstimate(values: Floats): Estimate {
  const n = values.length;
  if (n === 0) return { value: null, low: null, high: null, n };
  const mean = average(values);
  return meanOf(n, mean, n === 1 ? 0 : variance(values, mean));
}

function meanOf(n: number, mean: number, spread: number): Estimate {
  if (n === 1) return { value: mean, low: null, high: null, n };
  const half = studentT(n - 1) * Math.sqrt(spread / n);
  return { value: mean, low: mean - half, high: mean + half, n };
}

/** `meanEstimate` of values of which only these sums are known. */
export function meanOfSums(n: number, total: number, squares: number): Estimate {
  if (n === 0) return { value: null, low: null, high: null, n };
  const mean = total / n;
  return meanOf(n, mean, n === 1 ? 0 : Math.max(0, squares - n * mean * mean) / (n - 1));
}

/** `meanEstimate` of values that come one by one (Welford 1962). */
export class RunningMean {
  #n = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    this.#n += 1;
    const off = value - this.#mean;
    this.#mean += off / this.#n;
    this.#squares += off * (value - this.#mean);
  }

  get estimate(): Estimate {
    const n = this.#n;
    if (n === 0) return { value: null, low: null, high: null, n };
    return meanOf(n, this.#mean, this.#squares / (n - 1));
  }
}

/**
 * Gains over losses, with an interval on the log of the ratio (delta method for a ratio of means). Undefined
 * without a loss.
 */
export function ratioEstimate(gains: Floats, losses: Floats): Estimate {
  const n = gains.length;
  const gain = average(gains);
  const loss = average(losses);
  if (n === 0 || loss === 0) return { value: null, low: null, high: null, n };
  const value = gain / loss;
  if (n === 1 || gain === 0) return { value, low: null, high: null, n };
  const spread =
    (variance(gains, gain) / gain ** 2 +
      variance(losses, loss) / loss ** 2 -
      (2 * covariance(gains, losses, gain, loss)) / (gain * loss)) /
    n;
  const factor = Math.exp(Z * Math.sqrt(Math.max(0, spread)));
  return { value, low: value / factor, high: value * factor, n };
}

/**
 * Sharpe ratio per value, not annualised, with its asymptotic interval for independent returns (Lo 2002, eq.
 * 9: standard error √((1 + S²/2) / n)). Undefined when all values are equal.
 */
export function sharpeEstimate(values: Floats): Estimate {
  const n = values.length;
  const mean = average(values);
  const deviation = n < 2 ? 0 : Math.sqrt(variance(values, mean));
  if (!(deviation > 0)) return { value: null, low: null, high: null, n };
  const value = mean / deviation;
  const half = Z * Math.sqrt((1 + value ** 2 / 2) / n);
  return { value, low: value - half, high: value + half, n };
}

// Indexed loops: these run over every closed trade of a book.

function average(values: Floats): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i]!;
  return values.length === 0 ? 0 : total / values.length;
}

function variance(values: Floats, mean: number): number {
  return covariance(values, values, mean, mean);
}

function covariance(a: Floats, b: Floats, meanA: number, meanB: number): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i]! - meanA) * (b[i]! - meanB);
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
