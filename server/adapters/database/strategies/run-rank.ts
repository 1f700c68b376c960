const MILLIONTHS = 1e6;
/** The rank of runs with too few trades for a bound: they come after all others. */
const UNKNOWN_RANK = -Number.MAX_SAFE_INTEGER;

/** Orders runs by the lower bound of what a trade earns. */
export function rankOf(low: number | null): number {
  if (low === null) return UNKNOWN_RANK;
  const units = Math.round(low * MILLIONTHS);
  return Math.max(UNKNOWN_RANK + 1, Math.min(Number.MAX_SAFE_INTEGER, units));
}
