import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { BookendKind } from '../../../domain/market/bookends.ts';
import type { BookendRecord, BookendWrite } from '../../../ports/mark-writes.ts';
import { isPostgres } from '../sql/dialect.ts';
import { toColumns } from '../sql/record-shape.ts';
import { SNAPSHOT } from '../trades/trade-shape.ts';

export interface BookendRow {
  trade_id: string;
  kind: BookendKind;
  date: string;
  username: Username;
  due: number;
  at: number;
  cause: string | null;
}

/** Stays within SQLite's limit on the terms of one INSERT. */
const CHUNK = 40;

export async function readBookends(
  knex: Knex,
  dates: readonly string[],
): Promise<readonly BookendRecord[]> {
  const rows = await knex<BookendRow>('bookends').whereIn('date', [...dates]);
  return rows.map(({ trade_id: tradeId, kind, date, cause }) => ({ tradeId, kind, date, cause }));
}

/**
 * Leaves alone what another server has taken meanwhile, so that each bookend has only one snapshot. A trade
 * that was closed meanwhile gets a cause and no snapshot. Every server writes in the same order, which
 * prevents deadlocks.
 */
export async function writeBookends(
  trx: Knex.Transaction,
  bookends: readonly BookendWrite[],
): Promise<void> {
  const ordered = [...bookends].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (let at = 0; at < ordered.length; at += CHUNK) {
    const part = ordered.slice(at, at + CHUNK);
    const stored = await upsert(trx, part);
    const taken = part.filter((each) => each.snapshot && stored.has(keyOf(each)));
    const open = await stillOpen(trx, taken);
    await missClosed(
      trx,
      taken.filter(({ tradeId }) => !open.has(tradeId)),
    );
    const snapshots = taken.filter(({ tradeId }) => open.has(tradeId)).flatMap(snapshotOf);
    if (snapshots.length > 0) await trx.batchInsert('snapshots', snapshots, CHUNK);
  }
}

/**
 * The trades among these that are not closed. They stay open until the commit, because the marks of a closed
 * trade never change.
 */
async function stillOpen(
  trx: Knex.Transaction,
  bookends: readonly BookendWrite[],
): Promise<ReadonlySet<string>> {
  if (bookends.length === 0) return new Set();
  const ids = [...new Set(bookends.map(({ tradeId }) => tradeId))];
  const query = trx('trades').whereIn('id', ids).whereNot('phase', 'CLOSED').orderBy('id');
  // On SQLite this transaction has written, and no other can write before it ends.
  if (isPostgres(trx)) void query.forShare();
  return new Set(await query.pluck<string[]>('id'));
}

async function missClosed(trx: Knex.Transaction, bookends: readonly BookendWrite[]): Promise<void> {
  for (const { tradeId, kind, date } of bookends)
    await trx('bookends')
      .where({ trade_id: tradeId, kind, date })
      .update({ cause: 'trade closed' });
}

/** Returns the keys of the rows written. */
async function upsert(
  trx: Knex.Transaction,
  bookends: readonly BookendWrite[],
): Promise<ReadonlySet<string>> {
  const rows: BookendRow[] = await trx<BookendRow>('bookends')
    .insert(bookends.map(rowOf))
    .onConflict(['trade_id', 'kind', 'date'])
    .merge(['at', 'cause'])
    .whereNotNull('bookends.cause')
    .returning('*');
  return new Set(rows.map(({ trade_id: tradeId, kind, date }) => keyOf({ tradeId, kind, date })));
}

function rowOf({ tradeId, kind, date, username, due, at, cause }: BookendWrite): BookendRow {
  return { trade_id: tradeId, kind, date, username, due: due.getTime(), at: at.getTime(), cause };
}

function snapshotOf({ username, tradeId, kind, at, snapshot }: BookendWrite): object[] {
  if (!snapshot) return [];
  const { id, mark } = snapshot;
  return [{ ...toColumns({ ...mark, id, tradeId, kind, takenAt: at }, SNAPSHOT), username }];
}

function keyOf({ tradeId, kind, date }: Pick<BookendRecord, 'tradeId' | 'kind' | 'date'>): string {
  return `${tradeId} ${kind} ${date}`;
}
