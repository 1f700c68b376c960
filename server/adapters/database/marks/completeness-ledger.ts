import type { Username } from '../../../domain/ids.ts';
import type { Knex } from 'knex';
import type { SnapshotCompleteness, SnapshotGap } from '../../../domain/book/completeness.ts';
import type { BookendKind } from '../../../domain/market/bookends.ts';
import type { CompletenessEntry } from '../../../ports/mark-writes.ts';
import type { BookendRow } from './bookend-ledger.ts';

interface LedgerRow {
  username: Username;
  date: string;
  /** The first tick, when the row counts several. */
  from: number | null;
  at: number;
  expected: number;
  taken: number;
  cause: string | null;
}

/** Stays within SQLite's limit on the terms of one INSERT. */
const CHUNK = 100;

export async function writeCompleteness(
  knex: Knex,
  entries: readonly CompletenessEntry[],
): Promise<void> {
  const rows = entries.map((entry): LedgerRow => {
    const from = entry.from?.getTime() ?? null;
    return { ...entry, from, at: entry.at.getTime() };
  });
  await knex.batchInsert('snapshot_ledger', rows, CHUNK);
}

export async function readCompleteness(
  knex: Knex,
  username: Username,
  date: string,
): Promise<SnapshotCompleteness> {
  const ticks = await knex<LedgerRow>('snapshot_ledger')
    .where({ username, date })
    .orderBy(['at', 'id']);
  const bookends = await bookendRows(knex, username, date);
  const rows = [...ticks, ...bookends];
  const gaps = [...mergeGaps(ticks), ...mergeGaps(bookends)];
  return {
    date,
    expected: rows.reduce((total, row) => total + row.expected, 0),
    taken: rows.reduce((total, row) => total + row.taken, 0),
    gaps: gaps.sort((a, b) => a.from.getTime() - b.from.getTime()),
  };
}

const NAMES: Readonly<Record<BookendKind, string>> = {
  PRE_MARKET: 'pre-market bookend',
  POST_CLOSE: 'post-close bookend',
};

/** Bookends as ledger lines, each at the instant it was due. */
async function bookendRows(knex: Knex, username: Username, date: string): Promise<LedgerRow[]> {
  const rows = await knex<BookendRow>('bookends').where({ username, date }).orderBy('due');
  return rows.map(({ due, kind, cause }) => ({
    ...{ username, date, from: null, at: due, expected: 1, taken: cause === null ? 1 : 0 },
    cause: cause === null ? null : `${NAMES[kind]} missed: ${cause}`,
  }));
}

interface RunningGap {
  gap: SnapshotGap;
  /** The last tick that had this gap. */
  tick: number;
}

/**
 * A gap continues while every tick misses marks for the same cause. Gaps of different causes do not end each
 * other.
 */
function mergeGaps(rows: readonly LedgerRow[]): readonly SnapshotGap[] {
  const gaps: RunningGap[] = [];
  const running = new Map<string, RunningGap>();
  let tick = 0;
  let at = -1;
  for (const row of rows) {
    if (row.at !== at) tick++;
    at = row.at;
    if (row.cause === null) continue;
    const now = new Date(row.at);
    const from = new Date(row.from ?? row.at);
    const missed = row.expected - row.taken;
    const before = running.get(row.cause);
    if (before && before.tick >= tick - 1) {
      before.gap = { ...before.gap, to: now, count: before.gap.count + missed };
      before.tick = tick;
      continue;
    }
    const fresh = { gap: { from, to: now, count: missed, cause: row.cause }, tick };
    gaps.push(fresh);
    running.set(row.cause, fresh);
  }
  return gaps.map(({ gap }) => gap);
}
