import { setImmediate as turn } from 'node:timers/promises';
import type { TradeId, Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Columns } from '../../../domain/columns/columns.ts';
import { NO_TRADE } from '../../../domain/book/curve-columns.ts';
import type { Layout, Row, Shape } from '../../../domain/columns/layout.ts';
import { Names } from '../../../domain/columns/names.ts';
import { RowSet } from '../../../domain/columns/row-set.ts';

/** How the rows of one kind of columns are read. */
export interface ColumnSource<S extends Shape> {
  /** Identifies the source in the cache. */
  readonly kind: string;
  readonly layout: Layout<S>;
  /** The present rows of these trades of a user. */
  rows(
    knex: Knex,
    username: Username,
    ids: readonly TradeId[],
    names: Names,
  ): Promise<readonly Row<S>[]>;
}

/** Trades per read. */
const PAGE = 250;

/**
 * The columns of a whole book. Each page is read and turned into columns by itself, so neither the process
 * nor a connection is held for long. The caller reads again what changes meanwhile.
 */
export async function wholeColumns<S extends Shape>(
  knex: Knex,
  username: Username,
  source: ColumnSource<S>,
): Promise<Columns<S>> {
  const names = new Names();
  const pages: RowSet<S>[] = [];
  for (let last: readonly [number, TradeId] | null = null; ;) {
    const query = knex('trades').where({ username }).orderBy(['placed_at', 'id']).limit(PAGE);
    if (last) void query.whereRaw('(placed_at, id) > (?, ?)', [...last]);
    const found = await query.select<{ placed_at: number; id: TradeId }[]>('placed_at', 'id');
    const ids = [...(last ? [] : [NO_TRADE]), ...found.map(({ id }) => id)];
    pages.push(RowSet.of(source.layout, await source.rows(knex, username, ids, names)));
    const end = found.at(-1);
    if (!end || found.length < PAGE)
      return { rows: await joinedInTurns(source.layout, pages), names };
    last = [end.placed_at, end.id];
  }
}

/** All rows of these sets, joined two sets at a time: one sort of a hundred thousand would block the loop. */
export async function joinedInTurns<S extends Shape>(
  layout: Layout<S>,
  sets: readonly RowSet<S>[],
): Promise<RowSet<S>> {
  let left = sets;
  while (left.length > 2) {
    const pairs: RowSet<S>[] = [];
    for (let at = 0; at < left.length; at += 2) {
      pairs.push(RowSet.joined(layout, left.slice(at, at + 2)));
      await turn();
    }
    left = pairs;
  }
  return RowSet.joined(layout, left);
}

/** The same columns with the present rows of these trades; the same object when none of them has a row. */
export async function renewedColumns<S extends Shape>(
  knex: Knex,
  username: Username,
  source: ColumnSource<S>,
  { columns, ids }: { readonly columns: Columns<S>; readonly ids: readonly TradeId[] },
): Promise<Columns<S>> {
  if (ids.length === 0) return columns;
  const { names } = columns;
  const rows = columns.rows.with(new Set(ids), await source.rows(knex, username, ids, names));
  return rows === columns.rows ? columns : { rows, names };
}
