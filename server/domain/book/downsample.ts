import type { Decimal } from '../decimal.ts';

/**
 * At most `most` points in their order: the first, the last, and the lowest and highest of each stretch in
 * between, so no extreme is lost.
 */
export function downsample<T>(
  points: readonly T[],
  most: number,
  valueOf: (point: T) => Decimal,
): readonly T[] {
  if (points.length <= most) return points;
  const inner = points.slice(1, -1);
  const stretches = Math.floor((most - 2) / 2);
  const kept: T[] = [points[0]!];
  for (let n = 0; n < stretches; n += 1) {
    const start = Math.floor((n * inner.length) / stretches);
    const end = Math.floor(((n + 1) * inner.length) / stretches);
    kept.push(...extremes(inner.slice(start, end), valueOf));
  }
  return [...kept, points.at(-1)!];
}

function extremes<T>(stretch: readonly T[], valueOf: (point: T) => Decimal): readonly T[] {
  let [low, high] = [0, 0];
  for (const [index, point] of stretch.entries()) {
    if (valueOf(point).lessThan(valueOf(stretch[low]!))) low = index;
    if (valueOf(point).greaterThan(valueOf(stretch[high]!))) high = index;
  }
  return [...new Set([Math.min(low, high), Math.max(low, high)])].map((index) => stretch[index]!);
}
