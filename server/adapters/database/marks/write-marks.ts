import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { MarkWrite } from '../../../ports/mark-writes.ts';
import { isPostgres, rawRows } from '../sql/dialect.ts';
import { toColumns } from '../sql/record-shape.ts';
import { MARK, SNAPSHOT } from '../trades/trade-shape.ts';

const NUMERIC = 'numeric';
/** The columns of one mark, as both databases read them from JSON, with Postgres's types. */
const COLUMNS: Record<string, string> = {
  id: 'text',
  username: 'text',
  trade_id: 'text',
  kind: 'text',
  taken_at: 'bigint',
  bid: NUMERIC,
  ask: NUMERIC,
  mid: NUMERIC,
  price: NUMERIC,
  underlying_price: NUMERIC,
  delta: 'double precision',
  gamma: 'double precision',
  theta: 'double precision',
  vega: 'double precision',
  iv: 'double precision',
  source: 'text',
  source_time: 'bigint',
  received_at: 'bigint',
  delayed: 'smallint',
};
const EXCURSIONS: Record<string, string> = {
  mark: 'text',
  max_favorable_excursion: NUMERIC,
  max_adverse_excursion: NUMERIC,
  excursions_complete: 'smallint',
};

export interface MarkedTrade {
  readonly id: string;
  readonly username: Username;
}

/**
 * Takes two statements, however many marks. The update comes first: it locks the open trades, so that none is
 * closed before its snapshot is stored. Marks without a snapshot id get no snapshot. Returns the trades that
 * were open and are now marked. MATERIALIZED keeps SQLite from reading the whole JSON again for every open
 * trade.
 */
export async function writeMarks(
  trx: Knex.Transaction,
  marks: readonly MarkWrite[],
  turn: number | null,
): Promise<readonly MarkedTrade[]> {
  const json = JSON.stringify(marks.map(toJson));
  const source = isPostgres(trx) ? postgresSource() : sqliteSource();
  const set = [
    'mark = m.mark',
    'excursions_complete = m.excursions_complete',
    `max_favorable_excursion = ${further('max_favorable_excursion', '>')}`,
    `max_adverse_excursion = ${further('max_adverse_excursion', '<')}`,
  ];
  const marked = await rawRows<MarkedTrade>(
    trx,
    `WITH m AS MATERIALIZED (${source}) UPDATE trades SET marked_in = ?, ${set.join(', ')} FROM m
     WHERE trades.id = m.trade_id AND trades.username = m.username AND trades.phase <> 'CLOSED'
     RETURNING trades.id, trades.username`,
    [json, turn],
  );
  const columns = Object.keys(COLUMNS);
  await trx.raw(
    `WITH m AS MATERIALIZED (${source}) INSERT INTO snapshots (${columns.join(', ')})
     SELECT ${columns.map((column) => `m.${column}`).join(', ')} FROM m JOIN trades t
     ON t.id = m.trade_id AND t.username = m.username AND t.phase = 'OPEN' WHERE m.id IS NOT NULL`,
    [json],
  );
  return marked;
}

/** Two marks of one trade may arrive in either order, so an extreme once seen stays. */
function further(column: string, than: '>' | '<'): string {
  const [stands, comes] = [`trades.${column}`, `m.${column}`];
  const stays = `CAST(${stands} AS NUMERIC) ${than} CAST(${comes} AS NUMERIC)`;
  return `CASE WHEN ${comes} IS NULL OR ${stays} THEN ${stands} ELSE ${comes} END`;
}

function toJson(write: MarkWrite): object {
  const { mark, username, tradeId, kind, takenAt, snapshotId } = write;
  return {
    ...toColumns({ ...mark, id: snapshotId, tradeId, kind, takenAt }, SNAPSHOT),
    username,
    mark: JSON.stringify(mark, Object.keys(MARK)),
    max_favorable_excursion: write.maxFavorableExcursion?.toFixed() ?? null,
    max_adverse_excursion: write.maxAdverseExcursion?.toFixed() ?? null,
    excursions_complete: write.excursionsComplete ? 1 : 0,
  };
}

function postgresSource(): string {
  const types = Object.entries({ ...COLUMNS, ...EXCURSIONS }).map((column) => column.join(' '));
  return `SELECT * FROM json_to_recordset(?::json) AS j(${types.join(', ')})`;
}

function sqliteSource(): string {
  const fields = Object.keys({ ...COLUMNS, ...EXCURSIONS }).map(
    (column) => `value ->> '${column}' AS ${column}`,
  );
  return `SELECT ${fields.join(', ')} FROM json_each(?)`;
}
