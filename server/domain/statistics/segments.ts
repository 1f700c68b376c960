import type { ClosedColumns } from './closed-columns.ts';
import { ORDERED, tagSegments, type StatsDimension } from './segment-keys.ts';
import { summarise } from './summarise.ts';
import type { StatsSegment, TradeStats } from './trade-stats.ts';

/** Statistics of these rows, which are in order of closing, and of each segment of each dimension. */
export function summariseBy(
  columns: ClosedColumns,
  rows: Int32Array,
  dimensions: readonly StatsDimension[],
): TradeStats {
  const segments = [...new Set(dimensions)].flatMap((dimension) =>
    segmentsOf(columns, rows, dimension),
  );
  return { ...summarise(columns, rows), segments };
}

function segmentsOf(
  columns: ClosedColumns,
  rows: Int32Array,
  dimension: StatsDimension,
): StatsSegment[] {
  const groups = new Map<string, number[]>();
  for (const [code, group] of rowsByCode(columns, rows, dimension))
    for (const key of keysOf(columns, dimension, code))
      groups.set(key, groups.has(key) ? merged(groups.get(key)!, group) : group);
  return [...groups]
    .sort(([a], [b]) => place(dimension, a) - place(dimension, b) || (a < b ? -1 : 1))
    .map(([key, group]) => ({
      ...{ dimension, key },
      stats: summarise(columns, Int32Array.from(group)),
    }));
}

function rowsByCode(
  { rows: { codes } }: ClosedColumns,
  rows: Int32Array,
  dimension: StatsDimension,
): ReadonlyMap<number, number[]> {
  const column = dimension === 'TAG' ? codes.tags : codes[dimension];
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const group = groups.get(column[row]!);
    if (group) group.push(row);
    else groups.set(column[row]!, [row]);
  }
  return groups;
}

function keysOf(
  { names }: ClosedColumns,
  dimension: StatsDimension,
  code: number,
): readonly string[] {
  return dimension === 'TAG' ? tagSegments(names.listOf(code)) : [names.textOf(code) ?? ''];
}

/** Merges two groups, each of which is in order. */
function merged(a: readonly number[], b: readonly number[]): number[] {
  return [...a, ...b].sort((one, other) => one - other);
}

function place(dimension: StatsDimension, key: string): number {
  return ORDERED[dimension]?.indexOf(key) ?? 0;
}
