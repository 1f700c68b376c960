/**
 * The standard normal distribution in double precision: Hart's rational function 5666, as in West, "Better
 * approximations to cumulative normal functions", Wilmott 2005. From 3 deviations on it uses Laplace's
 * continued fraction, which keeps relative precision in the tails. Errors are below 2e-16 absolute and 2e-14
 * relative.
 */
const NUMERATOR = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const DENOMINATOR = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];
const TAIL = 3;
const TAIL_TERMS = 80;
const NOTHING = 38.6;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / ROOT_TWO_PI;
}

/** Probability of a value of at most `x`. */
export function normalProbability(x: number): number {
  const lower = lowerTail(Math.abs(x));
  return x > 0 ? 1 - lower : lower;
}

/** Probability of a value of at most `-size`, for a `size` of at least 0. */
function lowerTail(size: number): number {
  if (size > NOTHING) return 0;
  const bell = Math.exp((-size * size) / 2);
  if (size < TAIL) return (bell * polynomial(NUMERATOR, size)) / polynomial(DENOMINATOR, size);
  let fraction = size;
  for (let n = TAIL_TERMS; n >= 1; n -= 1) fraction = size + n / fraction;
  return bell / fraction / ROOT_TWO_PI;
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((value, coefficient) => value * x + coefficient, 0);
}
