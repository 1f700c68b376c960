import { dec, ZERO, type Decimal } from '../decimal.ts';
import type { BacktestTrade } from './backtest-report.ts';
import { randomOf } from './random.ts';

export interface Quantiles {
  readonly p5: string;
  readonly p50: string;
  readonly p95: string;
}

export interface DrawnOutcomes {
  readonly endEquity: Quantiles;
  readonly maxDrawdown: Quantiles;
}

/** Draws as many trades as there are, with replacement, `runs` times. Money: dollars as exact decimals. */
export function monteCarlo({
  trades,
  cash,
  runs,
  seed,
}: {
  readonly trades: readonly BacktestTrade[];
  readonly cash: string;
  readonly runs: number;
  readonly seed: number;
}): DrawnOutcomes {
  const random = randomOf(seed);
  const results = trades.map(({ netPnl }) => dec(netPnl));
  const digits = results.reduce((most, result) => Math.max(most, result.decimalPlaces()), 0);
  const units = Float64Array.from(results, (result) =>
    result.times(dec(10).pow(digits)).toNumber(),
  );
  const ends = new Float64Array(runs);
  const falls = new Float64Array(runs);
  for (let run = 0; run < runs; run += 1) {
    let [sum, highest, deepest] = [0, 0, 0];
    for (let drawn = 0; drawn < units.length; drawn += 1) {
      sum += units[Math.floor(random() * units.length)]!;
      if (sum > highest) highest = sum;
      else if (highest - sum > deepest) deepest = highest - sum;
    }
    ends[run] = sum;
    falls[run] = deepest;
  }
  const unit = dec(1).div(dec(10).pow(digits));
  return {
    endEquity: quantilesOf(ends.sort(), unit, dec(cash)),
    maxDrawdown: quantilesOf(falls.sort(), unit, ZERO),
  };
}

/** By nearest rank. */
function quantilesOf(sorted: Float64Array, unit: Decimal, from: Decimal): Quantiles {
  const at = (share: number) => {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
    return unit.times(value).plus(from).toFixed();
  };
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}
