import type { Knex } from 'knex';
import { grouped } from '../../../domain/grouped.ts';
import { among, chunksOf } from '../sql/chunks.ts';
import { addNewest, nameOf, seenRows } from './seen-series.ts';
import type { SeriesRow } from './series-row.ts';

const PAGE = 500;

interface StageKey {
  readonly set_id: string;
  readonly first_part: number;
  readonly shown: number;
}

/** The next few symbols of a set, after the given one. */
export async function symbolsAfter(
  knex: Knex,
  { set_id }: StageKey,
  after: string,
): Promise<readonly string[]> {
  const rows = knex<SeriesRow>('data_series').where({ set_id }).where('symbol', '>', after);
  return rows.distinct('symbol').orderBy('symbol').limit(PAGE).pluck<string[]>('symbol');
}

/**
 * Rows of these symbols that no user sees: rows that later ones replace, and rows of a stage that was never
 * shown. Each function returned picks what one statement deletes.
 */
export async function leftSeries(
  knex: Knex,
  { set_id, first_part, shown }: StageKey,
  symbols: readonly string[],
): Promise<readonly ((rows: Knex.QueryBuilder) => Knex.QueryBuilder)[]> {
  const seen = await seenRows(knex, set_id).where(among(knex, 'symbol', symbols));
  const newest = new Map<string, SeriesRow>();
  addNewest(newest, seen);
  const replaced = seen.filter((row) => newest.get(nameOf(row)) !== row);
  const ofKind = ({ kind, interval, born }: SeriesRow) => JSON.stringify([kind, interval, born]);
  const steps = [...grouped(replaced, ofKind).values()].flatMap((rows) =>
    [...chunksOf(rows)].map((some) => {
      const { kind, interval, born } = some[0]!;
      return (all: Knex.QueryBuilder) =>
        all.where({ set_id, kind, interval, born }).where(amongSymbols(some.map(symbolOf)));
    }),
  );
  if (shown === 0)
    for (const some of chunksOf(symbols))
      steps.push((all) => all.where({ set_id, born: first_part }).where(amongSymbols(some)));
  return steps;

  function amongSymbols(some: readonly string[]): Knex.Raw {
    return among(knex, 'symbol', some);
  }
}

function symbolOf({ symbol }: SeriesRow): string {
  return symbol;
}
