import type { Knex } from 'knex';
import { among, chunksOf } from '../sql/chunks.ts';
import { addNewest, nameOf, seenRows } from './seen-series.ts';
import { runsOf, type keyOf, type PartRun, type SeriesRow } from './series-row.ts';

/** Chunks in one statement, some 40 KB each. */
const CHUNKS = 8;

export type ChunkKey = ReturnType<typeof keyOf> & { readonly part: number };

interface StageKey {
  readonly set_id: string;
  readonly first_part: number;
}

/** Which chunks of a set are leftovers of a stage that has ended, and of stages before it. */
export interface Left {
  /** True when no user sees the set: then all its chunks are leftovers. */
  readonly hidden: boolean;
  /** Chunk numbers from here on belong to imports that began later. */
  readonly below: number;
  /** The chunk numbers that other imports write. */
  readonly others: readonly PartRun[];
}

/** Reads the bound before the other stages: an import that begins in between has numbers above it. */
export async function readLeft(knex: Knex, { set_id, first_part }: StageKey): Promise<Left> {
  const set = await knex<{ id: string; version: number; next_part: number }>('data_sets')
    .where({ id: set_id })
    .first('version', 'next_part');
  const others = await knex<StageKey & { last_part: number }>('data_stages')
    .where({ set_id })
    .whereNot({ first_part })
    .select('first_part', 'last_part');
  return {
    hidden: (set?.version ?? 0) === 0,
    below: set?.next_part ?? 0,
    others: others.map((each) => [each.first_part, each.last_part]),
  };
}

/** The leftovers among these chunks, in groups that one statement deletes. */
export async function leftIn(
  knex: Knex,
  { set_id }: StageKey,
  { hidden, below, others }: Left,
  page: readonly ChunkKey[],
): Promise<readonly (readonly ChunkKey[])[]> {
  const shown = hidden ? new Map<string, readonly PartRun[]>() : await runsBySeries();
  const left = page.filter((each) => {
    if (hidden) return true;
    const known = [...others, ...(shown.get(nameOf(each)) ?? [])];
    return each.part < below && !known.some(([from, to]) => from <= each.part && each.part <= to);
  });
  return [...chunksOf(left, CHUNKS)];

  async function runsBySeries() {
    const symbols = [...new Set(page.map(({ symbol }) => symbol))];
    const seen = new Map<string, SeriesRow>();
    addNewest(seen, await seenRows(knex, set_id).where(among(knex, 'symbol', symbols)));
    return new Map([...seen].map(([name, row]) => [name, runsOf(row)]));
  }
}
