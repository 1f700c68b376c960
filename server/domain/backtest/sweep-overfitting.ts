import { exchangeDate } from '../calendar/market-calendar.ts';
import {
  luckiestSharpe,
  sharpeConfidence,
  sharpeShape,
  type SharpeShape,
} from '../statistics/deflated-sharpe.ts';
import { overfittingProbability } from '../statistics/overfitting.ts';

/** Closed trades of one run of a sweep, in columns. */
export interface RunResults {
  /** Milliseconds since 1970 UTC at which each trade closed. */
  readonly at: Float64Array;
  /** Dollars that each trade made, after fees. */
  readonly net: Float64Array;
}

/** How much of a sweep's best run is luck. Ratios are per day, not annualised; null: too few days to say. */
export interface SweepOverfitting {
  readonly runs: number;
  /** Exchange days on which a trade of any run closed. */
  readonly days: number;
  /** The probability of overfitting: see `overfittingProbability`. */
  readonly probability: number | null;
  /** The highest ratio of all runs. */
  readonly bestSharpe: number | null;
  /** The highest ratio to be expected of this many runs without any skill. */
  readonly luckySharpe: number | null;
  /** The chance that the true ratio of the best run lies above the lucky one. */
  readonly deflatedSharpe: number | null;
}

export function sweepOverfitting(runs: readonly RunResults[]): SweepOverfitting {
  const daily = dailyResults(runs);
  const shapes = daily.flatMap((results) => sharpeShape(results) ?? []);
  const best = shapes.reduce<SharpeShape | null>(
    (most, each) => (most && most.sharpe >= each.sharpe ? most : each),
    null,
  );
  const lucky =
    shapes.length < 2 ? null : luckiestSharpe(runs.length, varianceOf(shapes.map((s) => s.sharpe)));
  return {
    ...{ runs: runs.length, days: daily[0]?.length ?? 0 },
    probability: overfittingProbability(daily),
    ...{ bestSharpe: best?.sharpe ?? null, luckySharpe: lucky },
    deflatedSharpe: best && lucky !== null ? sharpeConfidence(best, lucky) : null,
  };
}

/** Each run's result on each of the same days, in order; 0 where none of its trades closed. */
function dailyResults(runs: readonly RunResults[]): readonly Float64Array[] {
  const dated = runs.map(({ at }) => Array.from(at, (instant) => exchangeDate(new Date(instant))));
  const dates = [...new Set(dated.flat())].sort();
  const places = new Map(dates.map((date, place) => [date, place]));
  return runs.map(({ net }, run) => {
    const results = new Float64Array(dates.length);
    for (const [n, date] of dated[run]!.entries()) results[places.get(date)!]! += net[n]!;
    return results;
  });
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1);
}
