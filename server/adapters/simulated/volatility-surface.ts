import { hashText, valueNoise } from './hashed-noise.ts';
import type { SimulatedUnderlying } from './underlyings.ts';

const HOUR_MS = 3_600_000;
const DRIFT = [
  { period: HOUR_MS / 4, share: 0.01 },
  { period: 6 * HOUR_MS, share: 0.03 },
  { period: 5 * 24 * HOUR_MS, share: 0.07 },
];
const SHORTEST_YEARS = 2 / 365;
/** Volatility rises to the downside, and a little to the far upside. */
const SKEW = -0.06;
const CONVEXITY = 0.03;
const FARTHEST = 4;

/** How many standard deviations a strike lies above the spot, within -4..4. */
export function moneyness(
  underlying: SimulatedUnderlying,
  spot: number,
  strike: number,
  years: number,
): number {
  const deviation = underlying.volatility * Math.sqrt(Math.max(years, SHORTEST_YEARS));
  const distance = Math.log(strike / spot) / deviation;
  return Math.max(-FARTHEST, Math.min(FARTHEST, distance));
}

/**
 * Implied volatility of a strike, as a fraction per year: a smile in standard deviations from the spot, a
 * slowly rising term structure, and a level that drifts by a tenth over days.
 */
export function impliedVolatility(
  underlying: SimulatedUnderlying,
  seed: number,
  time: number,
  deviations: number,
  years: number,
): number {
  const key = hashText(`iv ${underlying.symbol}`) ^ Math.imul(seed, 0x9e3779b1);
  let level = 1;
  for (const { period, share } of DRIFT) level += share * valueNoise(key, time, period);
  const term = 0.94 + 0.12 * Math.sqrt(Math.min(years, 1));
  const smile = 1 + SKEW * deviations + CONVEXITY * deviations * deviations;
  return underlying.volatility * level * term * smile;
}
