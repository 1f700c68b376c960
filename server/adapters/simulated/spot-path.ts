import { hashText, valueNoise } from './hashed-noise.ts';
import type { SimulatedUnderlying } from './underlyings.ts';

const DAY_MS = 86_400_000;
const SHORTEST_MS = 2000;
/** The longest period is 2 s times 2 to the 21st, or 49 days, so that prices stay in their range. */
const OCTAVES = 22;
/** Scales the standard deviation of a day's move to the underlying's volatility. */
const DAILY_SCALE = 0.8;
/** Movement visible within seconds; it reverts and adds little to a day. */
const RIPPLE = 4.5;
const RIPPLE_UP_TO_MS = 64_000;
const TRADING_DAYS = 252;

/**
 * The price of a simulated share at any instant, in dollars. It depends on seed and instant alone, so that all
 * servers agree, a restart changes nothing and the past can be read again.
 */
export function spotAt(underlying: SimulatedUnderlying, seed: number, time: number): number {
  const daily = underlying.volatility / Math.sqrt(TRADING_DAYS);
  return underlying.price * moveAt({ ...underlying, daily, ripple: RIPPLE }, seed, time);
}

export interface PathTerms {
  readonly symbol: string;
  /** The standard deviation of a day's move, as a fraction. */
  readonly daily: number;
  /** How many times the moves of periods up to about a minute exceed those of a random walk. */
  readonly ripple: number;
}

/**
 * The factor by which a price has moved: noise of 22 octaves on the logarithm, each as large as a random walk
 * requires for its period.
 */
export function moveAt({ symbol, daily, ripple }: PathTerms, seed: number, time: number): number {
  const key = hashText(symbol) ^ Math.imul(seed, 0x9e3779b1);
  let log = 0;
  for (let octave = 0, period = SHORTEST_MS; octave < OCTAVES; octave++, period *= 2) {
    const scale = period <= RIPPLE_UP_TO_MS ? ripple : 1;
    log += scale * Math.sqrt(period / DAY_MS) * valueNoise(key + octave, time, period);
  }
  return Math.exp(DAILY_SCALE * daily * log);
}
