import type { Knex } from 'knex';
import type { SnapshotCompleteness, SnapshotGap } from '../../domain/book/completeness.ts';
import type { CompletenessEntry } from '../../ports/book.ts';

interface LedgerRow {
  username: string;
  date: string;
  at: number;
  expected: number;
  taken: number;
  cause: string | null;
}

/** Few enough for SQLite's limit on the parts of one INSERT. */
const CHUNK = 100;

export async function writeCompleteness(
  knex: Knex,
  entries: readonly CompletenessEntry[],
): Promise<void> {
  const rows = entries.map((entry): LedgerRow => ({ ...entry, at: entry.at.getTime() }));
  await knex.batchInsert('snapshot_ledger', rows, CHUNK);
}

export async function readCompleteness(
  knex: Knex,
  username: string,
  date: string,
): Promise<SnapshotCompleteness> {
  const rows = await knex<LedgerRow>('snapshot_ledger')
    .where({ username, date })
    .orderBy(['at', 'id']);
  return {
    date,
    expected: rows.reduce((total, row) => total + row.expected, 0),
    taken: rows.reduce((total, row) => total + row.taken, 0),
    gaps: mergeGaps(rows),
  };
}

interface RunningGap {
  gap: SnapshotGap;
  /** The tick that it was last seen at. */
  tick: number;
}

/** A gap goes on while every tick misses marks for the same cause; causes do not end each other. */
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
    const missed = row.expected - row.taken;
    const before = running.get(row.cause);
    if (before && before.tick >= tick - 1) {
      before.gap = { ...before.gap, to: now, count: before.gap.count + missed };
      before.tick = tick;
      continue;
    }
    const fresh = { gap: { from: now, to: now, count: missed, cause: row.cause }, tick };
    gaps.push(fresh);
    running.set(row.cause, fresh);
  }
  return gaps.map(({ gap }) => gap);
}
