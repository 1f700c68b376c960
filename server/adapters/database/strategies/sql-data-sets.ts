import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type {
  ChangedSeries,
  DataSeries,
  DataSet,
  DataSetStore,
  StoredSeries,
} from '../../../ports/data-sets.ts';
import { actingFor } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { ClearStages } from './clear-stages.ts';
import { hiddenName, setFromRow } from './data-set-row.ts';
import { readColumns } from './read-columns.ts';
import { allSeries } from './seen-series.ts';
import { StagedPut } from './staged-put.ts';

/** The holder of a stage that no server holds: the next server that clears takes it. */
const NOBODY = '';

export class SqlDataSets implements DataSetStore {
  constructor(
    private readonly knex: Knex,
    private readonly machineNow: () => number = Date.now,
  ) {}

  of(username: Username): Promise<readonly DataSet[]> {
    return this.#read(username, {});
  }

  async byName(username: Username, name: string): Promise<DataSet | null> {
    return (await this.#read(username, { name }))[0] ?? null;
  }

  series(set: Pick<DataSet, 'id' | 'username'>): Promise<readonly DataSeries[]> {
    return allSeries(actingFor(this.knex, set), set);
  }

  columns(set: DataSet, series: readonly DataSeries[]): Promise<readonly StoredSeries[]> {
    return readColumns(actingFor(this.knex, set), set, series);
  }

  put(after: DataSet, changed: readonly ChangedSeries[]): Promise<boolean> {
    const knex = actingFor(this.knex, after);
    return new StagedPut(knex, after, changed, this.machineNow).execute();
  }

  remove(username: Username, id: string): Promise<boolean> {
    const free = { holder: NOBODY, held_until: 0 };
    return retryTransient(() =>
      actingFor(this.knex, { username }).transaction(async (trx) => {
        const hidden = await trx('data_sets')
          .where({ id, username })
          .where('version', '>', 0)
          .update({ version: 0, name: hiddenName(id), next_part: trx.raw('next_part + 1') })
          .returning<{ next_part: number }[]>('next_part');
        if (!hidden[0]) return false;
        const part = hidden[0].next_part - 1;
        const stages = trx('data_stages');
        await stages.clone().where({ set_id: id, username }).update(free);
        await stages.insert({
          ...{ set_id: id, username, first_part: part, last_part: part, ...free },
        });
        return true;
      }),
    );
  }

  clear(signal?: AbortSignal): Promise<void> {
    return new ClearStages(this.knex, this.machineNow, signal).execute();
  }

  async #read(
    username: Username,
    where: Readonly<Record<string, string>>,
  ): Promise<readonly DataSet[]> {
    const rows = (await actingFor(this.knex, { username })('data_sets')
      .where({ username, ...where })
      .where('version', '>', 0)
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])) as object[];
    return rows.map(setFromRow);
  }
}
