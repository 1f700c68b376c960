import type { Knex } from 'knex';
import type { DataSeries, DataSet, StoredSeries } from '../../../ports/data-sets.ts';
import { among } from '../sql/chunks.ts';
import { keyOf, runsOf, type PartRun, type SeriesRow } from './series-row.ts';

/** Chunks of one statement: a megabyte. */
const AT_ONCE = 32;

type SetKey = Pick<DataSet, 'id' | 'username'>;

/**
 * In short statements, without a transaction that others would wait for: a chunk never changes, and no number comes
 * twice, so that all chunks that a series has at one moment are of that moment. Where some are gone it begins anew.
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

/** What a set that is there has of these symbols, in one statement. */
export async function seriesRows(
  knex: Knex,
  { id, username }: SetKey,
  symbols: readonly string[],
): Promise<ReadonlyMap<string, SeriesRow>> {
  const shown = knex('data_sets').where({ id, username }).where('version', '>', 0);
  const rows = await knex<SeriesRow>('data_series')
    .where({ username })
    .whereIn('set_id', shown.select('id'))
    .where(among(knex, 'symbol', [...new Set(symbols)]));
  return new Map(rows.map((row) => [nameOf(row), row]));
}

/** Tells the series of a set apart. */
export function nameOf({ symbol, kind, interval }: ReturnType<typeof keyOf>): string {
  return JSON.stringify([symbol, kind, interval]);
}

/** Null: chunks of one went while they were read. */
async function readOnce(
  knex: Knex,
  set: SetKey,
  series: readonly DataSeries[],
): Promise<readonly StoredSeries[] | null> {
  const symbols = series.map(({ symbol }) => symbol);
  const rows = await seriesRows(knex, set, symbols);
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
