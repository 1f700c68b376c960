import { AgendaScheduler } from '../adapters/scheduler/agenda-scheduler.ts';
import { openJobBackend } from '../adapters/scheduler/open-job-backend.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import { backupJob, deskJobs, driftJob, priceJob, rungJobs } from '../jobs/desk-jobs.ts';
import type { Book } from '../ports/book.ts';
import { jobOf } from '../ports/job.ts';
import type { BookDesk } from '../usecases/book-desk.ts';
import type { PollTokenPrices } from '../usecases/prices/poll-token-prices.ts';
import { JobAlerts } from '../usecases/steps/job-alerts.ts';
import { blaming } from './blaming.ts';
import { reconciles } from './faults.ts';
import type { Drift } from './drift.ts';
import type { Core } from './core.ts';
import { DESK_SCHEMA } from './databases.ts';

/** The jobs by which the desk learns the outcome of what it sent. */
const RECONCILING = new Set(
  (['PAPER', 'REAL'] as const).flatMap((mode) =>
    ['sync-orders', 'reconcile'].map((name) => jobOf(mode, name)),
  ),
);

interface ServedBook {
  readonly desk: BookDesk;
  readonly book: Book;
}

interface OtherWork {
  readonly polls: readonly PollTokenPrices[];
  readonly backup: Parameters<typeof backupJob>[0];
  readonly drift: Drift;
  readonly demote: Parameters<typeof rungJobs>[0];
  readonly forecasts: Parameters<typeof deskJobs>[2];
}

/**
 * The scheduler over the jobs' own store. Each book has jobs and alerts of its own: a job that fails or hangs does
 * not affect the other book. A failed job raises an alert for the users whose trades it serves.
 */
export async function composeJobs(
  config: SharedConfig,
  { databases, shared: { clock, log, users } }: Core,
  books: readonly [paper: ServedBook, ...others: ServedBook[]],
  { polls, backup, drift, demote, forecasts }: OtherWork,
) {
  const { directDatabaseUrl, mongodbUrl, cadence, testClock } = config;
  const store = await blaming(mongodbUrl ? 'MONGODB_URL' : 'DIRECT_DATABASE_URL', () =>
    openJobBackend({
      knex: databases.desk,
      postgres: directDatabaseUrl ? { url: directDatabaseUrl, schema: DESK_SCHEMA } : null,
      mongoUrl: mongodbUrl,
    }),
  );
  const groups = books.map(({ desk, book }) => ({
    jobs: [
      ...deskJobs(desk, cadence, desk.mode === 'PAPER' ? forecasts : null),
      driftJob(drift[desk.mode].reckon),
    ],
    alerts: new JobAlerts(book, users, clock),
  }));
  const [{ alerts: ofPaper }] = groups as [(typeof groups)[number]];
  const alertsOf = (job: string) =>
    groups.find(({ jobs }) => jobs.some(({ name }) => name === job))?.alerts ?? ofPaper;
  const report = (job: string, reporting: Promise<void>) => {
    reporting.catch((failure: unknown) =>
      log.error('The outcome of a job could not be reported', { job, failure }),
    );
  };
  const scheduler = new AgendaScheduler({
    backend: store.backend,
    jobs: [
      ...groups.flatMap(({ jobs }) => jobs),
      priceJob(polls, cadence.tokenPrice),
      backupJob(backup),
      ...rungJobs(demote),
    ].filter(({ name }) => reconciles(config) || !RECONCILING.has(name)),
    clock,
    speed: testClock?.speed ?? 1,
    log,
    onFailure: (job, error) => report(job, alertsOf(job).failed(job, error)),
    onSuccess: (job) => report(job, alertsOf(job).succeeded(job)),
  });
  return {
    start: () => scheduler.start(),
    reports: () => scheduler.reports(),
    /** Why the jobs are not running properly; null when they are. */
    problem: async (): Promise<string | null> => {
      const unplanned = (await scheduler.reports()).filter((job) => job.nextRun === null);
      return unplanned.length > 0
        ? `not planned: ${unplanned.map((job) => job.name).join(', ')}`
        : null;
    },
    stop: async () => {
      await scheduler.stop();
      await store.close();
    },
  };
}

export type Jobs = Awaited<ReturnType<typeof composeJobs>>;
