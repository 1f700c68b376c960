import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ChangedSeries, DataSet } from '../../../ports/data-sets.ts';
import { LEASE_MS } from '../../../ports/leases.ts';
import { chunksOf } from '../sql/chunks.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { hiddenName, setToRow } from './data-set-row.ts';
import { nameOf, seriesRows } from './read-columns.ts';
import { keyOf, numbersFrom, numbersOf, partsText } from './series-row.ts';

/** Of one transaction, in characters and in chunks: others wait for it. */
const MOST_TEXT = 256 * 1024;
const MOST_CHUNKS = 100;
/** So few old chunks are deleted with the switch; more are left to who clears. */
const FEW = 8;

/** A unique index refused the row, on Postgres or on SQLite. */
const TAKEN = new Set(['23505', 'SQLITE_CONSTRAINT']);

/** The numbers that chunks have now and had before, by series. */
type Before = ReadonlyMap<string, readonly number[]>;

interface ChunkRow extends ReturnType<typeof keyOf> {
  readonly part: number;
  readonly body: string;
}

/** Writes chunks that nobody sees yet, a few at a time, and shows all of them at once. */
export class StagedPut {
  readonly #mine: { set_id: string; username: string; first_part: number; holder: string };
  readonly #size: number;

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

  /** False: others were first, or the set is gone. What was written so far is left to who clears. */
  async execute(): Promise<boolean> {
    if (await this.#isTaken()) return false;
    const before = await this.#moment((trx) => this.#claim(trx));
    if (!before) return false;
    for (const rows of this.#turns())
      if (!(await this.#moment((trx) => this.#stage(trx, rows)))) return false;
    try {
      return await this.#moment((trx) => this.#switch(trx, before));
    } catch (error) {
      if (this.after.version === 1 && TAKEN.has((error as { code?: string }).code ?? ''))
        return false;
      throw error;
    }
  }

  /** Nothing need be written then; a name that is taken later refuses the switch. */
  async #isTaken(): Promise<boolean> {
    const { username, name, version } = this.after;
    if (version > 1) return false;
    return (await this.knex('data_sets').where({ username, name }).first('id')) !== undefined;
  }

  #moment<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return retryTransient(() => this.knex.transaction(work));
  }

  /** Takes numbers for the new chunks. Null: the set is not what it was read as. */
  async #claim(trx: Knex.Transaction): Promise<Before | null> {
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
      if (!raised[0]) return null;
      this.#mine.first_part = raised[0].next_part - size;
    }
    const last_part = this.#mine.first_part + size - 1;
    await trx('data_stages').insert({ ...this.#mine, last_part, held_until: this.#until() });
    const symbols = this.changed.map(({ series }) => series.symbol);
    const rows = await seriesRows(trx, this.after, symbols);
    return new Map([...rows].map(([key, row]) => [key, numbersOf(row)]));
  }

  *#turns(): Generator<readonly ChunkRow[]> {
    let rows: ChunkRow[] = [];
    let text = 0;
    for (const { series, chunks, kept } of this.changed)
      for (const [at, body] of chunks.slice(kept).entries()) {
        if (rows.length === MOST_CHUNKS || (rows.length > 0 && text + body.length > MOST_TEXT)) {
          yield rows;
          [rows, text] = [[], 0];
        }
        rows.push({ ...keyOf(series), part: this.#mine.first_part + at, body });
        text += body.length;
      }
    if (rows.length > 0) yield rows;
  }

  async #stage(trx: Knex.Transaction, rows: readonly ChunkRow[]): Promise<boolean> {
    if (!(await this.#hold(trx, this.#until()))) return false;
    const { set_id, username } = this.#mine;
    await trx('data_chunks').insert(rows.map((row) => ({ set_id, username, ...row })));
    return true;
  }

  /** Who clears may take the stage from now on: what it has is shown, or nobody's. */
  async #switch(trx: Knex.Transaction, before: Before): Promise<boolean> {
    if (!(await this.#hold(trx, 0))) return false;
    const { id, username, version } = this.after;
    const shown = await trx('data_sets')
      .where({ id, username, version: version - 1 })
      .update(setToRow(this.after));
    if (shown === 0) return false;
    const { set_id } = this.#mine;
    const rows = this.changed.map((each) => ({ set_id, username, ...this.#rowOf(each, before) }));
    for (const some of chunksOf(rows))
      await trx('data_series')
        .insert(some)
        .onConflict(['set_id', 'symbol', 'kind', 'interval'])
        .merge();
    await this.#drop(trx, before);
    return true;
  }

  #rowOf({ series, chunks, kept }: ChangedSeries, before: Before) {
    const key = keyOf(series);
    const old = before.get(nameOf(key)) ?? [];
    if (old.length < kept) throw new Error('More chunks are kept than a series has');
    const fresh = numbersFrom(this.#mine.first_part, chunks.length - kept);
    const { rows, from, to, missing, hash } = series;
    const span = { first_at: from.getTime(), last_at: to.getTime() };
    const parts = partsText([...old.slice(0, kept), ...fresh]);
    return { ...key, rows, ...span, missing, hash, parts };
  }

  async #drop(trx: Knex.Transaction, before: Before): Promise<void> {
    const old = this.changed.flatMap(({ series, kept }) => {
      const key = keyOf(series);
      return (before.get(nameOf(key)) ?? []).slice(kept).map((part) => ({ ...key, part }));
    });
    if (old.length > FEW) return;
    const { set_id, username } = this.#mine;
    for (const each of old)
      await trx('data_chunks')
        .where({ set_id, username, ...each })
        .delete();
    await trx('data_stages').where(this.#mine).delete();
  }

  async #hold(trx: Knex.Transaction, held_until: number): Promise<boolean> {
    return (await trx('data_stages').where(this.#mine).update({ held_until })) > 0;
  }

  #until(): number {
    return this.machineNow() + LEASE_MS;
  }
}
