import { dec, type Decimal } from '../decimal.ts';

/** Quantiles in dollars. */
export interface Quantiles {
  readonly p5: Decimal;
  readonly p50: Decimal;
  readonly p95: Decimal;
}

export interface MonteCarlo {
  readonly runs: number;
  readonly seed: number;
  readonly endEquity: Quantiles;
  /** The deepest fall of the running sum of net results below its earlier highest, including the start. */
  readonly maxDrawdown: Quantiles;
}

const UNITS = 1e6;

/**
 * What the same trades might have come to in another order and mix: `runs` times, as many trades are drawn with
 * replacement. Results count to a millionth of a dollar. Null without a trade.
 *
 * @param random numbers from 0 to less than 1, of the seed.
 * @throws {RangeError} unless `runs` is a whole number from 1 to 100,000.
 */
export function monteCarlo(
  nets: readonly Decimal[],
  cash: Decimal,
  { runs, seed, random }: { runs: number; seed: number; random: () => number },
): MonteCarlo | null {
  if (!Number.isInteger(runs) || runs < 1 || runs > 100_000)
    throw new RangeError(`Not a number of runs: ${runs}`);
  if (nets.length === 0) return null;
  const units = Float64Array.from(nets, (net) => Math.round(net.times(UNITS).toNumber()));
  const start = Math.round(cash.times(UNITS).toNumber());
  const [ends, draws] = [new Float64Array(runs), new Float64Array(runs)];
  for (let run = 0; run < runs; run += 1) {
    let [sum, peak, deepest] = [0, 0, 0];
    for (let drawn = 0; drawn < units.length; drawn += 1) {
      sum += units[Math.floor(random() * units.length)]!;
      if (sum > peak) peak = sum;
      else if (peak - sum > deepest) deepest = peak - sum;
    }
    ends[run] = start + sum;
    draws[run] = deepest;
  }
  return { runs, seed, endEquity: quantiles(ends), maxDrawdown: quantiles(draws) };
}

/** Quantiles by nearest rank: each is one of the values. */
function quantiles(values: Float64Array): Quantiles {
  values.sort();
  const at = (share: number) =>
    dec(values[Math.max(0, Math.ceil(share * values.length) - 1)]!).div(UNITS);
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}
