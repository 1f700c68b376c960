import { jobOf, type Job } from '../ports/job.ts';
import type { DailyBackup } from '../usecases/backups/daily-backup.ts';
import type { BookDesk } from '../usecases/book-desk.ts';
import type { ReckonDrift } from '../usecases/drift/reckon-drift.ts';
import type { SettleForecasts } from '../usecases/forecasts/settle-forecasts.ts';
import type { DemoteByEvidence } from '../usecases/promotion/demote-by-evidence.ts';
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
/** How soon after the end of a day its trades are compared. */
const DRIFT_SECONDS = 60;
/** How soon a day’s backup is made after the day began, or the server started, or the last try failed. */
const BACKUP_SECONDS = 3600;
const DEMOTE_SECONDS = 3600;
/** How long a run with real money may go on after its strategy has lost the rung for it. */
const TELL_SECONDS = 30;

/**
 * The jobs of one book. REAL's have names of their own: a job runs once at a time, so one that waits for a user
 * of PAPER must not be the one that serves REAL.
 */
export function deskJobs(
  desk: BookDesk,
  cadence: Cadence,
  /** Given for PAPER alone. */
  forecasts: Pick<SettleForecasts, 'execute'> | null = null,
): readonly Job[] {
  const own = (name: string) => jobOf(desk.mode, name);
  return [
    job(own('sync-orders'), cadence.sync, async () => {
      const synced = await Promise.allSettled([desk.syncOrders.execute()]);
      // A failed sync may have learned something that trips a switch.
      const watched = await Promise.allSettled([desk.watchCauses.execute()]);
      failedOf(own('sync-orders'), [...synced, ...watched]);
    }),
    job(own('take-snapshots'), cadence.snapshot, () =>
      desk.takeSnapshots.execute(cadence.snapshot),
    ),
    job(own('bookends'), BOOKEND_SECONDS, () => desk.takeBookends.execute()),
    job(own('watch-exits'), WATCH_SECONDS, async () => {
      await desk.watchHaltFiles.execute();
      await desk.watchExits.execute();
    }),
    job(own('settle-expiry'), SETTLE_SECONDS, async () =>
      failedOf(
        own('settle-expiry'),
        await Promise.allSettled([desk.settleExpiry.execute(), forecasts?.execute()]),
      ),
    ),
    job(own('reconcile'), RECONCILE_SECONDS, () => desk.reconcile.execute()),
    // Only REAL has accounts to read in which nothing was traded.
    ...(desk.mode === 'REAL'
      ? [job(own('see-accounts'), cadence.sync, () => desk.seeAccounts.execute())]
      : []),
  ];
}

/** The job that asks for the prices of watched tokens. Serves each market, whatever happens to the others. */
export function priceJob(polls: readonly Pick<PollTokenPrices, 'execute'>[], seconds: number): Job {
  const name = 'poll-token-prices';
  return job(name, seconds, async () =>
    failedOf(name, await Promise.allSettled(polls.map((poll) => poll.execute()))),
  );
}

/** The job that compares what strategies traded in a book with what they should have. */
export function driftJob(reckon: Pick<ReckonDrift, 'mode' | 'execute'>): Job {
  return job(jobOf(reckon.mode, 'compare-strategies'), DRIFT_SECONDS, () => reckon.execute());
}

/** The job that backs up the desk once a day, and rehearses what was backed up. */
export function backupJob(daily: Pick<DailyBackup, 'execute'>): Job {
  return job('backup', BACKUP_SECONDS, () => daily.execute());
}

/**
 * The jobs that take strategies a rung down by their evidence, and announce moves that a server left when it died. A
 * strategy that is in the middle of an exit is looked at again.
 */
export function rungJobs(demote: Pick<DemoteByEvidence, 'execute' | 'rest'>): readonly Job[] {
  return [
    job('demote-strategies', DEMOTE_SECONDS, () => demote.execute()),
    job('tell-rungs', TELL_SECONDS, () => demote.rest()),
  ];
}

function job(name: string, seconds: number, run: () => Promise<void>): Job {
  return { name, everyMs: seconds * 1000, run };
}

/** @throws what failed, after all have ended. */
function failedOf(name: string, outcomes: readonly PromiseSettledResult<unknown>[]): void {
  const failures = outcomes.flatMap((each) =>
    each.status === 'rejected' ? [each.reason as unknown] : [],
  );
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, `${name} failed more than once`);
}
