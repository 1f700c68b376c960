import type { Floats } from './estimate.ts';

const MOST_BLOCKS = 16;
const LEAST_BLOCKS = 4;
/** The least days of a block, so that a Sharpe ratio of half of the blocks means something. */
const LEAST_DAYS = 4;

/** Sums of each run in each block. */
interface Blocks {
  readonly count: number;
  readonly days: readonly number[];
  /** Sums by run, then by block. */
  readonly sums: readonly Float64Array[];
  readonly squares: readonly Float64Array[];
}

/**
 * The probability of backtest overfitting: how often the run that is best in one half of the days is worse than the
 * median in the other half, over all ways to halve the days in up to 16 blocks (combinatorially symmetric
 * cross-validation: Bailey, Borwein, López de Prado & Zhu 2017, J. Computational Finance 20). Near 0.5: the best is chosen
 * by luck.
 *
 * @param runs results of each run by day, all of the same days in order.
 * @returns null for fewer than two runs or 16 days.
 */
export function overfittingProbability(runs: readonly Floats[]): number | null {
  const length = runs[0]?.length ?? 0;
  const most = Math.min(MOST_BLOCKS, Math.floor(length / LEAST_DAYS));
  const count = most - (most % 2);
  if (runs.length < 2 || count < LEAST_BLOCKS) return null;
  const blocks = blocksOf(runs, length, count);
  let [overfit, splits] = [0, 0];
  for (const chosen of halves(count)) {
    const inside = sharpes(blocks, chosen, true);
    const outside = sharpes(blocks, chosen, false);
    overfit += shareBelowMedian(inside, outside);
    splits += 1;
  }
  return overfit / splits;
}

function blocksOf(runs: readonly Floats[], length: number, count: number): Blocks {
  const starts = Array.from({ length: count + 1 }, (_, n) => Math.floor((n * length) / count));
  const days = starts.slice(1).map((end, n) => end - starts[n]!);
  const over = (results: Floats, of: (result: number) => number) => {
    const sums = new Float64Array(count);
    for (let block = 0; block < count; block += 1)
      for (let at = starts[block]!; at < starts[block + 1]!; at += 1)
        sums[block]! += of(results[at]!);
    return sums;
  };
  return {
    ...{ count, days },
    sums: runs.map((results) => over(results, (result) => result)),
    squares: runs.map((results) => over(results, (result) => result ** 2)),
  };
}

/** Each choice of half of the blocks, as bits. */
function* halves(count: number): Generator<number> {
  for (let chosen = 0; chosen < 2 ** count; chosen += 1)
    if (bitsOf(chosen) === count / 2) yield chosen;
}

function bitsOf(number: number): number {
  let bits = 0;
  for (let rest = number; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}

/** Each run's Sharpe ratio over the blocks with their bit set (else the others); 0 if results do not vary. */
function sharpes({ count, days, sums, squares }: Blocks, chosen: number, set: boolean) {
  return Float64Array.from(sums, (ofRun, run) => {
    let [n, sum, square] = [0, 0, 0];
    for (let block = 0; block < count; block += 1) {
      if (((chosen >> block) & 1) !== (set ? 1 : 0)) continue;
      n += days[block]!;
      sum += ofRun[block]!;
      square += squares[run]![block]!;
    }
    const mean = sum / n;
    const variance = square / n - mean ** 2;
    return variance > 1e-12 * (square / n) ? mean / Math.sqrt(variance) : 0;
  });
}

/** The share of the runs best inside that rank at or below the middle outside; ties rank midway. */
function shareBelowMedian(inside: Float64Array, outside: Float64Array): number {
  const best = inside.reduce((most, sharpe) => Math.max(most, sharpe), -Infinity);
  let [chosen, low] = [0, 0];
  for (let run = 0; run < inside.length; run += 1) {
    if (inside[run] !== best) continue;
    chosen += 1;
    let rank = 0.5;
    for (const other of outside) {
      if (other < outside[run]!) rank += 1;
      else if (other === outside[run]) rank += 0.5;
    }
    if (rank / (inside.length + 1) <= 0.5) low += 1;
  }
  return low / chosen;
}
