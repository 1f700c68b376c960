import type { ClosedResult } from './closed-result.ts';
import { ORDERED, segmentKeys, type StatsDimension } from './segment-keys.ts';
import { summarise } from './summarise.ts';
import type { StatsSegment, TradeStats } from './trade-stats.ts';

/** Statistics of closed trades, in order of closing, and of each segment of each dimension. */
export function summariseBy(
  trades: readonly ClosedResult[],
  dimensions: readonly StatsDimension[],
): TradeStats {
  const filled = trades.filter((trade) => trade.filledQuantity.greaterThan(0));
  const segments = [...new Set(dimensions)].flatMap((dimension) => segmentsOf(filled, dimension));
  return { ...summarise(filled), segments };
}

function segmentsOf(filled: readonly ClosedResult[], dimension: StatsDimension): StatsSegment[] {
  const groups = new Map<string, ClosedResult[]>();
  for (const trade of filled) {
    for (const key of segmentKeys(trade, dimension)) {
      const group = groups.get(key);
      if (group) group.push(trade);
      else groups.set(key, [trade]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => place(dimension, a) - place(dimension, b) || (a < b ? -1 : 1))
    .map(([key, group]) => ({ dimension, key, stats: summarise(group) }));
}

function place(dimension: StatsDimension, key: string): number {
  return ORDERED[dimension]?.indexOf(key) ?? 0;
}
