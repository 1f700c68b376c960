import type { ChangedSeries, DataSet } from '../../../server/ports/data-sets.ts';
import { NOON } from '../fakes/fake-clock.ts';

/** A length of text at which each chunk is written by itself. */
export const LONG = 200_000;

export function spy(chunks: readonly string[], kept = 0): ChangedSeries {
  const span = { rows: chunks.length, from: NOON, to: NOON, missing: 0 };
  const hash = `hash of ${chunks[0]!.slice(0, 9)}`;
  return {
    series: { symbol: 'SPY', kind: 'bars', interval: 'ONE_DAY', ...span, hash },
    ...{ chunks, kept },
  };
}

export function setOf(version: number, { series }: ChangedSeries, id = 'd1'): DataSet {
  return {
    ...{ id, username: 'ada', name: 'days', version, rows: 2, hash: series.hash },
    createdAt: NOON,
  };
}

export const many = (name: string, count: number, length = 1) =>
  Array.from({ length: count }, (_, at) => `${name}-${at}-`.padEnd(length, '.'));
