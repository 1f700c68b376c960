import type { Knex } from 'knex';
import type { DataSeries, StoredSeries } from '../../../ports/data-sets.ts';
import { nameOf, seriesAmong, type SetKey } from './seen-series.ts';
import { keyOf, runsOf, type PartRun } from './series-row.ts';

/** Chunks in one statement: a megabyte. */
const AT_ONCE = 32;

/**
 * Reads in short statements, without a transaction that others would wait for. Chunks never change and numbers
 * are never reused, so a series' chunks belong to one moment. If some are gone, the read starts again.
 */
export async function readColumns(
  knex: Knex,
  set: SetKey,
  series: readonly DataSeries[],
): Promise<readonly StoredSeries[]> {
  for (;;) {
    const stored = await readOnce(knex, set, series);
    if (stored) return stored;
  }
}

/** Null when chunks of a series were deleted during the read. */
async function readOnce(
  knex: Knex,
  set: SetKey,
  series: readonly DataSeries[],
): Promise<readonly StoredSeries[] | null> {
  const symbols = series.map(({ symbol }) => symbol);
  const rows = await seriesAmong(knex, set, symbols);
  const stored: StoredSeries[] = [];
  for (const each of series) {
    const row = rows.get(nameOf(keyOf(each)));
    const chunks: string[] = [];
    for (const [first, last] of row ? steps(runsOf(row)) : []) {
      const bodies = await knex('data_chunks')
        .where({ set_id: set.id, username: set.username, ...keyOf(each) })
        .whereBetween('part', [first, last])
        .orderBy('part')
        .pluck<string[]>('body');
      if (bodies.length <= last - first) return null;
      chunks.push(...bodies);
    }
    stored.push({ series: each, chunks });
  }
  return stored;
}

function* steps(runs: readonly PartRun[]): Generator<PartRun> {
  for (const [first, last] of runs)
    for (let from = first; from <= last; from += AT_ONCE)
      yield [from, Math.min(last, from + AT_ONCE - 1)];
}
