import type { Job } from '../ports/job.ts';
import type { DailyBackup } from '../usecases/backups/daily-backup.ts';
import type { BookDesk } from '../usecases/book-desk.ts';
import type { PollTokenPrices } from '../usecases/prices/poll-token-prices.ts';

export interface Cadence {
  /** Seconds of the desk's clock. */
  readonly sync: number;
  readonly snapshot: number;
}

const WATCH_SECONDS = 5;
/** The shortest window, from 9:25 to 9:30, is checked ten times. */
const BOOKEND_SECONDS = 30;
const SETTLE_SECONDS = 60;
const RECONCILE_SECONDS = 300;
/** How soon a day’s backup is made after the day began, or the server started, or the last try failed. */
const BACKUP_SECONDS = 3600;

/** The desk's own jobs for the books that trade. */
export function deskJobs(desks: readonly BookDesk[], cadence: Cadence): readonly Job[] {
  return [
    job('sync-orders', cadence.sync, desks, (desk) => desk.syncOrders.execute()),
    job('take-snapshots', cadence.snapshot, desks, (desk) =>
      desk.takeSnapshots.execute(cadence.snapshot),
    ),
    job('bookends', BOOKEND_SECONDS, desks, (desk) => desk.takeBookends.execute()),
    job('watch-exits', WATCH_SECONDS, desks, async (desk) => {
      await desk.watchHaltFiles.execute();
      await desk.watchExits.execute();
    }),
    job('settle-expiry', SETTLE_SECONDS, desks, (desk) => desk.settleExpiry.execute()),
    job('reconcile', RECONCILE_SECONDS, desks, (desk) => desk.reconcile.execute()),
  ];
}

/** The job that asks for the prices of watched tokens, in each market. */
export function priceJob(polls: readonly Pick<PollTokenPrices, 'execute'>[], seconds: number): Job {
  return job('poll-token-prices', seconds, polls, (poll) => poll.execute());
}

/** The job that backs up the desk once a day, and rehearses what was backed up. */
export function backupJob(daily: Pick<DailyBackup, 'execute'>): Job {
  return { name: 'backup', everyMs: BACKUP_SECONDS * 1000, run: () => daily.execute() };
}

/** Serves each book or market, whatever happens to the others. */
function job<T>(
  name: string,
  seconds: number,
  desks: readonly T[],
  act: (desk: T) => Promise<void>,
): Job {
  return {
    name,
    everyMs: seconds * 1000,
    run: async () => {
      const outcomes = await Promise.allSettled(desks.map((desk) => act(desk)));
      const failures = outcomes.flatMap((each) =>
        each.status === 'rejected' ? [each.reason as unknown] : [],
      );
      if (failures.length === 1) throw failures[0];
      if (failures.length > 1) throw new AggregateError(failures, `${name} failed more than once`);
    },
  };
}
