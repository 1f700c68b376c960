import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { LEASE_MS } from '../../../ports/leases.ts';
import { among } from '../sql/chunks.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { leftIn, readLeft, type ChunkKey } from './left-chunks.ts';
import { leftSeries, symbolsAfter } from './left-series.ts';

/** Stages in one call, chunk keys in one read, series in one statement. */
const MOST_STAGES = 1_000;
const PAGE = 500;
const SERIES = 100;
const ORDER = ['symbol', 'kind', 'interval', 'part'] as const;

interface Stage {
  readonly set_id: string;
  readonly first_part: number;
  readonly holder: string;
  readonly shown: number;
}

/** Deletes what imports and deletions have left behind, for all users. Only one server clears a stage. */
export class ClearStages {
  constructor(
    private readonly knex: Knex,
    private readonly machineNow: () => number,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async execute(): Promise<void> {
    const due = await this.knex<Stage & { held_until: number }>('data_stages')
      .where('held_until', '<=', this.machineNow())
      .orderBy('held_until')
      .limit(MOST_STAGES)
      .select('set_id', 'first_part', 'holder', 'shown');
    for (const stage of due) {
      if (this.signal?.aborted) return;
      const mine = { ...stage, holder: randomUUID() };
      const free = this.knex('data_stages').where('held_until', '<=', this.machineNow());
      if (await this.#hold(free.where(stage), mine)) await this.#clear(mine);
    }
  }

  async #hold(stage: Knex.QueryBuilder, { holder }: Stage): Promise<boolean> {
    const held = { holder, held_until: this.machineNow() + LEASE_MS };
    return retryTransient(async () => (await stage.clone().update(held)) > 0);
  }

  async #clear(mine: Stage): Promise<void> {
    const { set_id } = mine;
    const left = await readLeft(this.knex, mine);
    for (let after: ChunkKey | undefined; ;) {
      const held = await this.#hold(this.knex('data_stages').where(mine), mine);
      if (!held || this.signal?.aborted) return;
      const page = await this.#page(set_id, after);
      for (const some of await leftIn(this.knex, mine, left, page)) {
        const keys = some.map((each) => ORDER.map((name) => each[name]));
        await this.#delete('data_chunks', (rows) =>
          rows.where({ set_id }).whereIn([...ORDER], keys),
        );
      }
      after = page.at(-1);
      if (!after) break;
    }
    if (left.hidden) return this.#deleteSet(mine);
    if (!(await this.#clearSeries(mine))) return;
    await this.#delete('data_stages', (rows) => rows.where(mine));
  }

  async #page(set_id: string, after: ChunkKey | undefined): Promise<readonly ChunkKey[]> {
    const rows = this.knex<ChunkKey & { set_id: string }>('data_chunks').where({ set_id });
    if (after) {
      const places = '(??, ??, ??, ??) > (?, ?, ?, ?)';
      void rows.whereRaw(places, [...ORDER, ...ORDER.map((name) => after[name])]);
    }
    return rows
      .orderBy([...ORDER])
      .limit(PAGE)
      .select(...ORDER);
  }

  /** False when it was cut short. */
  async #clearSeries(mine: Stage): Promise<boolean> {
    for (let after = ''; ;) {
      const held = await this.#hold(this.knex('data_stages').where(mine), mine);
      if (!held || this.signal?.aborted) return false;
      const symbols = await symbolsAfter(this.knex, mine, after);
      for (const which of await leftSeries(this.knex, mine, symbols))
        await this.#delete('data_series', which);
      if (symbols.length === 0) return true;
      after = symbols.at(-1)!;
    }
  }

  /** Deletes the set's row last, so that a deletion which is cut short can go on later. */
  async #deleteSet({ set_id }: Stage): Promise<void> {
    const series = this.knex('data_series').where({ set_id }).limit(SERIES);
    for (;;) {
      const symbols = await series.clone().pluck<string[]>('symbol');
      if (symbols.length === 0) break;
      await this.#delete('data_series', (rows) =>
        rows.where({ set_id }).where(among(this.knex, 'symbol', symbols)),
      );
    }
    await this.#delete('data_sets', (rows) => rows.where({ id: set_id, version: 0 }));
  }

  async #delete(
    table: string,
    which: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<void> {
    await retryTransient(async () => void (await which(this.knex(table)).delete()));
  }
}
