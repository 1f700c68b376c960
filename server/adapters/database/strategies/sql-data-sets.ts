import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import { grouped } from '../../../domain/grouped.ts';
import type { DataSeries, DataSet, DataSetStore, StoredSeries } from '../../../ports/data-sets.ts';
import { atOneMoment } from '../sql/at-one-moment.ts';
import { actingFor } from '../sql/dialect.ts';
import { fromColumns, toColumns, type Shape } from '../sql/record-shape.ts';
import { retryTransient } from '../sql/retry-transient.ts';

type SetColumns = Omit<DataSet, 'series'>;

const SET: Shape<SetColumns> = {
  ...{ id: 'text', username: 'text', name: 'text', version: 'number', rows: 'number' },
  ...{ hash: 'text', createdAt: 'time' },
};

interface SeriesRow {
  readonly username: string;
  readonly set_id: string;
  readonly symbol: string;
  readonly kind: DataSeries['kind'];
  /** Empty for quotes. */
  readonly interval: string;
  readonly rows: number;
  readonly first_at: number;
  readonly last_at: number;
  readonly missing: number;
  readonly hash: string;
}

export class SqlDataSets implements DataSetStore {
  constructor(private readonly knex: Knex) {}

  of(username: Username): Promise<readonly DataSet[]> {
    return this.#read(username, {});
  }

  async byName(username: Username, name: string): Promise<DataSet | null> {
    return (await this.#read(username, { name }))[0] ?? null;
  }

  columns(
    { id: set_id, username }: DataSet,
    series: readonly DataSeries[],
  ): Promise<readonly StoredSeries[]> {
    return atOneMoment(actingFor(this.knex, { username }), async (moment) => {
      const stored: StoredSeries[] = [];
      for (const each of series) {
        const chunks = await moment('data_chunks')
          .where({ set_id, username, ...keyOf(each) })
          .orderBy('part')
          .pluck<string[]>('body');
        stored.push({ series: each, chunks });
      }
      return stored;
    });
  }

  put(after: DataSet, changed: readonly StoredSeries[]): Promise<boolean> {
    const { username, id, version } = after;
    return retryTransient(() =>
      actingFor(this.knex, { username }).transaction(async (trx) => {
        const row = toColumns<SetColumns>(after, SET);
        const stored =
          version === 1
            ? await trx('data_sets')
                .insert(row)
                .onConflict(['username', 'name'])
                .ignore()
                .returning('id')
            : await trx('data_sets')
                .where({ id, username, version: version - 1 })
                .update(row)
                .returning('id');
        if (stored.length === 0) return false;
        for (const each of changed) await this.#write(trx, after, each);
        return true;
      }),
    );
  }

  async remove(username: Username, id: string): Promise<boolean> {
    const sets = actingFor(this.knex, { username })('data_sets');
    return (await sets.where({ id, username }).delete()) > 0;
  }

  async #read(
    username: Username,
    where: Readonly<Record<string, string>>,
  ): Promise<readonly DataSet[]> {
    const knex = actingFor(this.knex, { username });
    const sets = (await knex('data_sets')
      .where({ username, ...where })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])) as object[];
    const found = sets.map((row) => fromColumns<SetColumns>(row, SET));
    const ids = found.map(({ id }) => id);
    const rows = await knex<SeriesRow>('data_series')
      .where({ username })
      .whereIn('set_id', ids)
      .orderBy(['symbol', 'kind', 'interval']);
    const series = grouped(rows, ({ set_id }) => set_id);
    return found.map((set) => ({ ...set, series: (series.get(set.id) ?? []).map(seriesOf) }));
  }

  async #write(
    trx: Knex.Transaction,
    { id: set_id, username }: DataSet,
    { series, chunks }: StoredSeries,
  ): Promise<void> {
    const key = { set_id, username, ...keyOf(series) };
    for (const table of ['data_chunks', 'data_series']) await trx(table).where(key).delete();
    const { rows, from, to, missing, hash } = series;
    const span = { first_at: from.getTime(), last_at: to.getTime() };
    await trx('data_series').insert({ ...key, rows, ...span, missing, hash });
    for (const [part, body] of chunks.entries())
      await trx('data_chunks').insert({ ...key, part, body });
  }
}

function keyOf({ symbol, kind, interval }: DataSeries) {
  return { symbol, kind, interval: interval ?? '' };
}

function seriesOf(row: SeriesRow): DataSeries {
  const { symbol, kind, rows, missing, hash } = row;
  return {
    ...{ symbol, kind, rows, missing, hash },
    interval: row.interval === '' ? null : (row.interval as DataSeries['interval']),
    from: new Date(row.first_at),
    to: new Date(row.last_at),
  };
}
