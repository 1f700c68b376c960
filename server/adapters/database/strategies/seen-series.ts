import type { Knex } from 'knex';
import type { DataSeries, DataSet } from '../../../ports/data-sets.ts';
import { among, chunksOf } from '../sql/chunks.ts';
import { seriesOf, type keyOf, type SeriesRow } from './series-row.ts';

/** Series in one statement. */
const AT_ONCE = 500;
const ORDER = ['symbol', 'kind', 'interval', 'born'] as const;

export type SetKey = Pick<DataSet, 'id' | 'username'>;

/** A text that identifies a series within its set. */
export function nameOf({ symbol, kind, interval }: ReturnType<typeof keyOf>): string {
  return JSON.stringify([symbol, kind, interval]);
}

/** Keys are made by `nameOf`. */
type ByName<T> = Map<string, T>;

/** All visible series of a set, by symbol: each page is processed before the next is read. */
export async function allSeries(knex: Knex, set: SetKey): Promise<readonly DataSeries[]> {
  const series = await atOneVersion<DataSeries>(knex, set, async (found) => {
    for (let after: SeriesRow | undefined; ;) {
      const page: readonly SeriesRow[] = await pageOf(knex, set, after);
      for (const row of page) found.set(nameOf(row), seriesOf(row));
      after = page.at(-1);
      if (!after) return;
    }
  });
  return [...series.values()];
}

/** The visible series of these symbols. */
export function seriesAmong(
  knex: Knex,
  set: SetKey,
  symbols: readonly string[],
): Promise<ReadonlyMap<string, SeriesRow>> {
  return atOneVersion<SeriesRow>(knex, set, async (found) => {
    for (const some of chunksOf(new Set(symbols), AT_ONCE))
      addNewest(found, await seenRows(knex, set.id).where(among(knex, 'symbol', some)));
  });
}

/** Visible rows of a set, also those that later rows replace; a later row comes after what it replaces. */
export function seenRows(knex: Knex, set_id: string) {
  const hidden = knex('data_stages').where({ set_id, shown: 0 }).select('first_part');
  return knex<SeriesRow>('data_series')
    .where({ set_id })
    .whereNotIn('born', hidden)
    .orderBy([...ORDER]);
}

/** Keeps the row of each series that was written last. */
export function addNewest(found: ByName<SeriesRow>, rows: readonly SeriesRow[]): void {
  for (const row of rows) found.set(nameOf(row), row);
}

function pageOf(knex: Knex, { id }: SetKey, after: SeriesRow | undefined) {
  const rows = seenRows(knex, id).limit(AT_ONCE);
  if (!after) return rows;
  const places = '(??, ??, ??, ??) > (?, ?, ?, ?)';
  return rows.whereRaw(places, [...ORDER, ...ORDER.map((name) => after[name])]);
}

/** Reads one version in several statements: a change meanwhile starts it again. A removed set gives none. */
async function atOneVersion<T>(
  knex: Knex,
  set: SetKey,
  read: (found: ByName<T>) => Promise<void>,
): Promise<ByName<T>> {
  for (;;) {
    const before = await versionOf(knex, set);
    const found: ByName<T> = new Map();
    if (before > 0) await read(found);
    if ((await versionOf(knex, set)) === before) return found;
  }
}

async function versionOf(knex: Knex, { id, username }: SetKey): Promise<number> {
  const row = await knex<{ id: string; username: string; version: number }>('data_sets')
    .where({ id, username })
    .first('version');
  return row?.version ?? 0;
}
