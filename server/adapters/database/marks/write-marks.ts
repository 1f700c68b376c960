import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { Mark } from '../../../domain/market/mark.ts';
import type { MarkWrite } from '../../../ports/mark-writes.ts';
import { isPostgres, rawRows } from '../sql/dialect.ts';
import { namesOf, toColumns } from '../sql/record-shape.ts';
import { MARK } from '../trades/trade-shape.ts';

const NUMERIC = 'numeric';
/** The columns written with each trade's mark, in the order of their values in JSON, with Postgres's types. */
const WRITE = {
  trade_id: 'text',
  username: 'text',
  /** The index of its mark among the marks. */
  at: 'integer',
  max_favorable_excursion: NUMERIC,
  max_adverse_excursion: NUMERIC,
  excursions_complete: 'smallint',
  id: 'text',
  kind: 'text',
  taken_at: 'bigint',
};
const OF_MARK = namesOf(MARK);
const TYPES = {
  ...{ number: 'double precision', decimal: NUMERIC, time: 'bigint', flag: 'smallint' },
  ...{ text: 'text', json: 'text' },
};
/** The mark as text, then its columns in a snapshot. */
const MARKS: Readonly<Record<string, string>> = { mark: 'text', ...typesOf(MARK) };
const OF_SNAPSHOT = ['id', 'username', 'trade_id', 'kind', 'taken_at'];

export interface MarkedTrade {
  readonly id: string;
  readonly username: Username;
}

/**
 * Takes two statements, however many marks. The update comes first: it locks the trades that are not closed,
 * so that none closes before its snapshot is stored. A mark gets a snapshot where it has a snapshot id and
 * its trade is open. Returns the marked trades. A mark that several trades share is sent and read once.
 * MATERIALIZED keeps SQLite from reading the whole JSON again for every trade.
 */
export async function writeMarks(
  trx: Knex.Transaction,
  writes: readonly MarkWrite[],
  turn: number | null,
): Promise<readonly MarkedTrade[]> {
  const set = [
    'mark = k.mark',
    'excursions_complete = m.excursions_complete',
    `max_favorable_excursion = ${further('max_favorable_excursion', '>')}`,
    `max_adverse_excursion = ${further('max_adverse_excursion', '<')}`,
  ];
  const { rows, marks } = jsonOf(writes);
  const postgres = isPostgres(trx);
  const source = `WITH m AS MATERIALIZED (${sourceOf(WRITE, postgres)}),
    k AS MATERIALIZED (${sourceOf(MARKS, postgres)})`;
  const marked = await rawRows<MarkedTrade>(
    trx,
    `${source} UPDATE trades SET marked_in = ?, ${set.join(', ')} FROM m JOIN k ON k.key = m.at
     WHERE trades.id = m.trade_id AND trades.username = m.username AND trades.phase <> 'CLOSED'
     RETURNING trades.id, trades.username`,
    [rows, marks, turn],
  );
  const kept = writes.filter(({ snapshotId }) => snapshotId !== null);
  if (kept.length === 0) return marked;
  const columns = [
    ...OF_SNAPSHOT.map((name) => `m.${name}`),
    ...OF_MARK.map((name) => `k.${name}`),
  ];
  const toKeep = jsonOf(kept);
  await trx.raw(
    `${source} INSERT INTO snapshots (${[...OF_SNAPSHOT, ...OF_MARK].join(', ')})
     SELECT ${columns.join(', ')} FROM m JOIN k ON k.key = m.at JOIN trades t
     ON t.id = m.trade_id AND t.username = m.username AND t.phase = 'OPEN'`,
    [toKeep.rows, toKeep.marks],
  );
  return marked;
}

function typesOf(shape: Readonly<Record<string, keyof typeof TYPES>>): Record<string, string> {
  const types = Object.values(shape).map((kind) => TYPES[kind]);
  return Object.fromEntries(namesOf(shape).map((name, at) => [name, types[at] ?? TYPES.text]));
}

/** Two marks of one trade may arrive in either order, so the further extreme stays. */
function further(column: string, than: '>' | '<'): string {
  const [stands, comes] = [`trades.${column}`, `m.${column}`];
  const stays = `CAST(${stands} AS NUMERIC) ${than} CAST(${comes} AS NUMERIC)`;
  return `CASE WHEN ${comes} IS NULL OR ${stays} THEN ${stands} ELSE ${comes} END`;
}

function jsonOf(writes: readonly MarkWrite[]): { readonly rows: string; readonly marks: string } {
  const marks = new Map<Mark, number>();
  const rows = writes.map((write) => {
    const { mark, username, tradeId, kind, takenAt, snapshotId } = write;
    const at = marks.get(mark) ?? marks.size;
    marks.set(mark, at);
    const best = write.maxFavorableExcursion?.toFixed() ?? null;
    const worst = write.maxAdverseExcursion?.toFixed() ?? null;
    const seen = [best, worst, write.excursionsComplete ? 1 : 0];
    return [tradeId, username, at, ...seen, snapshotId, kind, takenAt.getTime()];
  });
  const columns = [...marks.keys()].map((mark) => {
    const values = toColumns(mark, MARK);
    return [JSON.stringify(mark, Object.keys(MARK)), ...OF_MARK.map((name) => values[name])];
  });
  return { rows: JSON.stringify(rows), marks: JSON.stringify(columns) };
}

/** The rows of a JSON array of arrays, each with its index as `key`. */
function sourceOf(columns: Readonly<Record<string, string>>, postgres: boolean): string {
  const fields = Object.entries(columns).map(([name, type], at) =>
    postgres ? `(value ->> ${at})::${type} AS ${name}` : `value ->> ${at} AS ${name}`,
  );
  const key = postgres ? '(key - 1)::integer AS key' : 'key';
  const from = postgres
    ? 'json_array_elements(?::json) WITH ORDINALITY AS each(value, key)'
    : 'json_each(?)';
  return `SELECT ${key}, ${fields.join(', ')} FROM ${from}`;
}
