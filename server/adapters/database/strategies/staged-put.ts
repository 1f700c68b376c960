import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ChangedSeries, DataSet } from '../../../ports/data-sets.ts';
import { LEASE_MS } from '../../../ports/leases.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { hiddenName, setToRow } from './data-set-row.ts';
import { nameOf, seriesAmong } from './seen-series.ts';
import { keyOf, numbersFrom, numbersOf, partsText } from './series-row.ts';
import { stageTurns, type StageTurn } from './stage-turns.ts';

/** Up to so many old chunks and series are deleted with the switch; more are left to `ClearStages`. */
const FEW = 8;

/** Error codes for a row that a unique index refused, on Postgres and on SQLite. */
const TAKEN = new Set(['23505', 'SQLITE_CONSTRAINT']);

/** The set has changed since it was read: the transaction must undo the whole switch. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** Writes hidden chunks and series, a few at a time, and shows all of them by one small change. */
export class StagedPut {
  readonly #mine: { set_id: string; username: string; first_part: number; holder: string };
  readonly #size: number;
  /** Chunks that no series has any more once the new ones are shown. */
  readonly #left: (ReturnType<typeof keyOf> & { readonly part: number })[] = [];

  constructor(
    private readonly knex: Knex,
    private readonly after: DataSet,
    private readonly changed: readonly ChangedSeries[],
    private readonly machineNow: () => number,
  ) {
    const { id: set_id, username } = after;
    this.#mine = { set_id, username, first_part: 0, holder: randomUUID() };
    this.#size = changed.reduce(
      (most, { chunks, kept }) => Math.max(most, chunks.length - kept),
      1,
    );
  }

  /** False when others were first or the set is gone. `ClearStages` then removes what was written so far. */
  async execute(): Promise<boolean> {
    if (await this.#isTaken()) return false;
    if (!(await this.#moment((trx) => this.#claim(trx)))) return false;
    for (const turn of stageTurns(this.changed, this.#mine.first_part))
      if (!(await this.#moment((trx) => this.#stage(trx, turn)))) return false;
    try {
      return await this.#moment((trx) => this.#switch(trx));
    } catch (error) {
      if (error instanceof Overtaken) return false;
      if (this.after.version === 1 && TAKEN.has((error as { code?: string }).code ?? ''))
        return false;
      throw error;
    }
  }

  /** Saves the writing when the name is taken; a name that is taken later makes the switch fail. */
  async #isTaken(): Promise<boolean> {
    const { username, name, version } = this.after;
    if (version > 1) return false;
    return (await this.knex('data_sets').where({ username, name }).first('id')) !== undefined;
  }

  #moment<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return retryTransient(() => this.knex.transaction(work));
  }

  /** Takes numbers for the new chunks. False when the set has changed since it was read. */
  async #claim(trx: Knex.Transaction): Promise<boolean> {
    const { id, username, version } = this.after;
    const size = this.#size;
    if (version === 1) {
      const row = { ...setToRow(this.after), name: hiddenName(id), version: 0, next_part: size };
      await trx('data_sets').insert(row);
    } else {
      const raised = await trx('data_sets')
        .where({ id, username, version: version - 1 })
        .update({ next_part: trx.raw('next_part + ?', [size]) })
        .returning<{ next_part: number }[]>('next_part');
      if (!raised[0]) return false;
      this.#mine.first_part = raised[0].next_part - size;
    }
    const last_part = this.#mine.first_part + size - 1;
    await trx('data_stages').insert({ ...this.#mine, last_part, held_until: this.#until() });
    return true;
  }

  async #stage(trx: Knex.Transaction, { chunks, series }: StageTurn): Promise<boolean> {
    if (!(await this.#hold(trx, { held_until: this.#until() }))) return false;
    const { set_id, username } = this.#mine;
    const of = { set_id, username };
    if (chunks.length > 0)
      await trx('data_chunks').insert(chunks.map((row) => ({ ...of, ...row })));
    const symbols = series.map((each) => each.series.symbol);
    const before = await seriesAmong(trx, this.after, symbols);
    const { id, version } = this.after;
    const asRead = await trx('data_sets').where({ id, version: version - 1 });
    if (asRead.length === 0) return false;
    const rows = series.map((each) => {
      const row = before.get(nameOf(keyOf(each.series)));
      return { ...of, ...this.#rowOf(each, row ? numbersOf(row) : []) };
    });
    if (rows.length > 0) await trx('data_series').insert(rows);
    return true;
  }

  #rowOf({ series, chunks, kept }: ChangedSeries, old: readonly number[]) {
    const key = keyOf(series);
    if (old.length < kept) throw new Error('More chunks are kept than a series has');
    this.#left.push(...old.slice(kept).map((part) => ({ ...key, part })));
    const born = this.#mine.first_part;
    const { rows, from, to, missing, hash } = series;
    const span = { first_at: from.getTime(), last_at: to.getTime() };
    const parts = partsText([...old.slice(0, kept), ...numbersFrom(born, chunks.length - kept)]);
    return { ...key, rows, ...span, missing, hash, parts, born };
  }

  /** Releases the stage to `ClearStages`: its chunks are shown now, or belong to no series. */
  async #switch(trx: Knex.Transaction): Promise<boolean> {
    if (!(await this.#hold(trx, { held_until: 0, shown: 1 }))) return false;
    const { id, username, version } = this.after;
    const shown = await trx('data_sets')
      .where({ id, username, version: version - 1 })
      .update(setToRow(this.after));
    if (shown === 0) throw new Overtaken();
    if (this.#left.length + this.changed.length <= FEW) await this.#drop(trx);
    return true;
  }

  async #drop(trx: Knex.Transaction): Promise<void> {
    const { set_id, first_part } = this.#mine;
    for (const each of this.#left)
      await trx('data_chunks')
        .where({ set_id, ...each })
        .delete();
    for (const { series } of this.changed)
      await trx('data_series')
        .where({ set_id, ...keyOf(series) })
        .where('born', '<', first_part)
        .delete();
    await trx('data_stages').where(this.#mine).delete();
  }

  async #hold(trx: Knex.Transaction, held: object): Promise<boolean> {
    return (await trx('data_stages').where(this.#mine).update(held)) > 0;
  }

  #until(): number {
    return this.machineNow() + LEASE_MS;
  }
}
