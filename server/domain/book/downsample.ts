/**
 * At most `most` points in their order: the first, the last, and the lowest and highest of each stretch in
 * between, so no extreme is lost.
 */
export function downsample<T>(
  points: readonly T[],
  most: number,
  isLower: (one: T, other: T) => boolean,
): readonly T[] {
  if (points.length <= most) return points;
  const inner = points.slice(1, -1);
  const stretches = Math.floor((most - 2) / 2);
  const kept: T[] = [points[0]!];
  for (let n = 0; n < stretches; n += 1) {
    const start = Math.floor((n * inner.length) / stretches);
    const end = Math.floor(((n + 1) * inner.length) / stretches);
    kept.push(...extremes(inner.slice(start, end), isLower));
  }
  return [...kept, points.at(-1)!];
}

function extremes<T>(stretch: readonly T[], isLower: (one: T, other: T) => boolean): readonly T[] {
  let [low, high] = [0, 0];
  for (let at = 1; at < stretch.length; at += 1) {
    if (isLower(stretch[at]!, stretch[low]!)) low = at;
    if (isLower(stretch[high]!, stretch[at]!)) high = at;
  }
  return [...new Set([Math.min(low, high), Math.max(low, high)])].map((at) => stretch[at]!);
}
