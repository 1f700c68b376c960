const MILLIONTHS = 1e6;
/** Of runs that failed: after all others. */
export const FAILED_RANK = -Number.MAX_SAFE_INTEGER;
/** Of runs with too few trades for a bound: after those that have one. */
const UNKNOWN_RANK = FAILED_RANK + 1;

/** Orders runs by the lower bound of what a trade earns. */
export function rankOf(low: number | null): number {
  if (low === null) return UNKNOWN_RANK;
  const units = Math.round(low * MILLIONTHS);
  return Math.max(UNKNOWN_RANK + 1, Math.min(Number.MAX_SAFE_INTEGER, units));
}
