import type { Knex } from 'knex';
import type { TickPassed, WatchedJob } from '../../../ports/mark-writes.ts';
import { writeCompleteness } from './completeness-ledger.ts';

interface TickRow {
  job: WatchedJob;
  at: number;
}

export async function lastTick(knex: Knex, job: WatchedJob): Promise<Date | null> {
  const row = await knex<TickRow>('job_ticks').where({ job }).first();
  return row ? new Date(row.at) : null;
}

/** Compare and set: when two servers have read the same last tick, only one counts what was missed since. */
export async function passTick(
  trx: Knex.Transaction,
  job: WatchedJob,
  { from, to, missed }: TickPassed,
): Promise<void> {
  const moved = from
    ? await trx<TickRow>('job_ticks')
        .where({ job, at: from.getTime() })
        .update({ at: to.getTime() })
        .returning('job')
    : await trx<TickRow>('job_ticks')
        .insert({ job, at: to.getTime() })
        .onConflict('job')
        .ignore()
        .returning('job');
  if (moved.length > 0) await writeCompleteness(trx, missed);
}
