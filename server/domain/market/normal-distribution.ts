/**
 * The standard normal distribution in double precision: Hart's rational function 5666, as in West, "Better
 * approximations to cumulative normal functions", Wilmott 2005. From 3 deviations on it uses Laplace's
 * continued fraction, which keeps relative precision in the tails. Errors are below 2e-16 absolute and 2e-14
 * relative.
 */
const TAIL = 3;
const TAIL_TERMS = 80;
const NOTHING = 38.6;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / ROOT_TWO_PI;
}

/** Probability of a value of at most `x`. */
export function normalProbability(x: number): number {
  const size = Math.abs(x);
  const lower = size > NOTHING ? 0 : lowerTail(size, Math.exp((-size * size) / 2));
  return x > 0 ? 1 - lower : lower;
}

/** The density at `x` without its constant factor: what density and probability have in common. */
export function bellAt(x: number): number {
  return Math.exp((-x * x) / 2);
}

export function densityBy(bell: number): number {
  return bell / ROOT_TWO_PI;
}

/** Probability of a value of at most `x`, whose `bellAt` is known. */
export function probabilityBy(x: number, bell: number): number {
  const size = Math.abs(x);
  const lower = size > NOTHING ? 0 : lowerTail(size, bell);
  return x > 0 ? 1 - lower : lower;
}

/** Probability of a value of at most `-size`, for a `size` of at least 0. */
function lowerTail(size: number, bell: number): number {
  if (size < TAIL) return (bell * numerator(size)) / denominator(size);
  let fraction = size;
  for (let n = TAIL_TERMS; n >= 1; n -= 1) fraction = size + n / fraction;
  return bell / fraction / ROOT_TWO_PI;
}

/** The polynomial is written out, as is the denominator's: a loop over coefficients takes twice as long. */
function numerator(x: number): number {
  let value = 3.52624965998911e-2 * x + 0.700383064443688;
  value = value * x + 6.37396220353165;
  value = value * x + 33.912866078383;
  value = value * x + 112.079291497871;
  value = value * x + 221.213596169931;
  return value * x + 220.206867912376;
}

function denominator(x: number): number {
  let value = 8.83883476483184e-2 * x + 1.75566716318264;
  value = value * x + 16.064177579207;
  value = value * x + 86.7807322029461;
  value = value * x + 296.564248779674;
  value = value * x + 637.333633378831;
  value = value * x + 793.826512519948;
  return value * x + 440.413735824752;
}
