import type { BacktestPoint } from '../../domain/backtest/backtest-report.ts';

/** The most points kept of a sweep's run: a sweep may keep curves of ten thousand runs. */
const SWEEP_POINTS = 100;

/** Evenly spread points, with the first, the last and the lowest. */
export function thinned(points: readonly BacktestPoint[]): readonly BacktestPoint[] {
  if (points.length <= SWEEP_POINTS) return points;
  const lowest = points.reduce((low, point, at) => {
    const [one, other] = [Number(point.equity ?? NaN), Number(points[low]!.equity ?? NaN)];
    return one < other ? at : low;
  }, 0);
  const kept = new Set([0, lowest, points.length - 1]);
  const step = (points.length - 1) / (SWEEP_POINTS - 3);
  for (let n = 1; n < SWEEP_POINTS - 3; n += 1) kept.add(Math.round(n * step));
  return points.filter((_, at) => kept.has(at));
}
