import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { BacktestResult } from '../../../ports/backtests.ts';
import { TRADES_IN_TEXT } from '../../../domain/backtest/packed-trades.ts';
import { chunksOf } from '../sql/chunks.ts';

export type PartKind = 'equity' | 'trades' | 'log';

/** Items of a list in one row: long lists take few rows, and a page reads one or two of them. */
export const PART_ITEMS = TRADES_IN_TEXT;
/** About how many characters of parts go into one statement. */
const WRITTEN_AT_ONCE = 1_000_000;

interface Owner {
  readonly id: string;
  readonly username: Username;
}

/**
 * Writes the lists of a result. It takes few statements, because on SQLite all others wait for the whole
 * transaction, and none is so long that it blocks the event loop.
 */
export async function writeParts(
  trx: Knex.Transaction,
  { id, username }: Owner,
  { equity, trades, log }: Pick<BacktestResult, 'equity' | 'trades' | 'log'>,
): Promise<void> {
  const lists = { equity: textsOf(equity), trades, log: textsOf(log) };
  let rows: object[] = [];
  let length = 0;
  for (const [kind, texts] of Object.entries(lists))
    for (const [part, body] of [...texts].entries()) {
      rows.push({ backtest_id: id, username, kind, part, body });
      length += body.length;
      if (length < WRITTEN_AT_ONCE) continue;
      await trx('backtest_parts').insert(rows);
      [rows, length] = [[], 0];
    }
  if (rows.length > 0) await trx('backtest_parts').insert(rows);
}

function* textsOf(items: readonly object[]): Iterable<string> {
  for (const some of chunksOf(items, PART_ITEMS)) yield JSON.stringify(some);
}

/** All rows of a list as they are stored, each as text. */
export async function readTexts(
  knex: Knex,
  { id, username }: Owner,
  kind: PartKind,
): Promise<readonly string[]> {
  const rows = knex('backtest_parts').where({ backtest_id: id, username, kind });
  return rows.orderBy('part').pluck<string[]>('body');
}

/** The items of a list from one place up to, but not including, another; without `span` all of them. */
export async function readParts<T>(
  knex: Knex,
  { id, username }: Owner,
  kind: PartKind,
  span: { readonly from: number; readonly to: number } | null = null,
): Promise<readonly T[]> {
  const rows = knex('backtest_parts').where({ backtest_id: id, username, kind }).orderBy('part');
  const first = span ? Math.floor(span.from / PART_ITEMS) : 0;
  if (span) void rows.whereBetween('part', [first, Math.floor((span.to - 1) / PART_ITEMS)]);
  const bodies = await rows.pluck<string[]>('body');
  const items = bodies.flatMap((body) => JSON.parse(body) as T[]);
  if (!span) return items;
  const skipped = first * PART_ITEMS;
  return items.slice(span.from - skipped, span.to - skipped);
}
