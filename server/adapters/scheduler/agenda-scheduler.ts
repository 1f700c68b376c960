import { Agenda, type AgendaBackend, type Job as AgendaJob } from 'agenda';
import type { Clock } from '../../ports/clock.ts';
import type { Job, JobReport } from '../../ports/job.ts';
import type { Log } from '../../ports/log.ts';
import { JobTally } from './job-tally.ts';

/** How long a killed server keeps other servers from its job. */
const LOCK_MS = 15_000;
const HEARTBEAT_MS = 5_000;
const SHORTEST_INTERVAL_MS = 50;
const LONGEST_SCAN_MS = 1_000;
const PATIENCE_MS = 6_000;
/** How long after its interval a job counts as late: longer than a run holds the lock, or a takeover lasts. */
const LATE_MS = 30_000;

export interface SchedulerOptions {
  readonly backend: AgendaBackend;
  readonly jobs: readonly Job[];
  readonly clock: Clock;
  /** How much faster the desk's clock runs than the machine's. */
  readonly speed: number;
  readonly log: Log;
  /** Called after each failed run; the next tick tries again. */
  readonly onFailure: (job: string, error: unknown) => void;
  /** Called after each successful run. */
  readonly onSuccess?: (job: string) => void;
}

/** Runs each job at its interval, one at a time over all servers of one database. */
export class AgendaScheduler {
  readonly #agenda: Agenda;
  readonly #tallies: ReadonlyMap<string, JobTally>;
  #running = 0;

  constructor(private readonly options: SchedulerOptions) {
    const { backend, jobs, log } = options;
    const intervals = jobs.map((job) => this.#intervalOf(job));
    // Only a scan finds due jobs, so scans are at least as frequent as the most frequent job.
    const processEvery = Math.max(SHORTEST_INTERVAL_MS, Math.min(LONGEST_SCAN_MS, ...intervals));
    this.#tallies = new Map(jobs.map((job) => [job.name, new JobTally(this.#intervalOf(job))]));
    this.#agenda = new Agenda({ backend, processEvery });
    // Without a listener a short outage of the database would end the process.
    this.#agenda.on('error', (error) => log.warn('The scheduler has a problem', { error }));
    this.#agenda.on('start', () => (this.#running += 1));
    this.#agenda.on('complete', () => (this.#running -= 1));
  }

  /** @throws when the jobs' database cannot be reached. */
  async start(): Promise<void> {
    const { jobs } = this.options;
    const once = { concurrency: 1, lockLimit: 1, lockLifetime: LOCK_MS };
    for (const job of jobs) this.#agenda.define(job.name, (tick) => this.#run(job, tick), once);
    await this.#agenda.start();
    for (const job of jobs) await this.#plan(job);
  }

  /** Waits up to six seconds for running jobs to end. Planned runs are left to other servers. */
  async stop(): Promise<void> {
    await this.#agenda.stop(false);
    const until = performance.now() + PATIENCE_MS;
    while (this.#running > 0 && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async reports(): Promise<readonly JobReport[]> {
    const names = [...this.#tallies.keys()];
    const { jobs } = await this.#agenda.queryJobs({ names });
    return this.options.jobs.map((job) => {
      const { name } = job;
      const every = this.#intervalOf(job);
      const stored = jobs.find((job) => job.name === name);
      const tally = this.#tallies.get(name);
      return {
        name,
        lastRun: this.#deskTime(stored?.lastRunAt),
        nextRun: this.#deskTime(stored?.nextRunAt),
        lastError: tally?.lastError ?? null,
        runs: tally?.runs ?? 0,
        skipped: tally?.skipped ?? 0,
        everySeconds: (every * this.options.speed) / 1000,
        late: Date.now() - Number(new Date(stored?.lastRunAt ?? 0)) > every + LATE_MS,
      };
    });
  }

  async #plan(job: Job): Promise<void> {
    const interval = this.#intervalOf(job);
    const planned = await this.#agenda.every(interval, job.name);
    // A shortened interval counts from now, not from the end of the old one.
    const next = planned.attrs.nextRunAt?.getTime() ?? 0;
    if (next <= Date.now() + interval) return;
    planned.attrs.nextRunAt = new Date();
    await planned.save();
  }

  async #run(job: Job, tick: AgendaJob): Promise<void> {
    const { log, onFailure, onSuccess } = this.options;
    const began = performance.now();
    const heartbeat = new Heartbeat(tick, log);
    let failure: unknown = null;
    try {
      await job.run();
    } catch (error) {
      failure = error ?? new Error('The job failed without a reason');
      log.error(`The job ${job.name} failed`, { error });
    }
    await heartbeat.stop();
    this.#tallies.get(job.name)?.note(performance.now() - began, failure);
    if (failure === null) onSuccess?.(job.name);
    else onFailure(job.name, failure);
  }

  #intervalOf(job: Job): number {
    return Math.max(SHORTEST_INTERVAL_MS, Math.round(job.everyMs / this.options.speed));
  }

  /** Agenda runs on the machine's clock; reports show the desk's time. */
  #deskTime(machine: Date | null | undefined): Date | null {
    if (!machine) return null;
    const ahead = (new Date(machine).getTime() - Date.now()) * this.options.speed;
    return new Date(this.options.clock.now().getTime() + ahead);
  }
}

/** Renews the lock of a run that takes longer than the lock lasts. */
class Heartbeat {
  #beat: Promise<void> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  constructor(tick: AgendaJob, log: Log) {
    this.#timer = setInterval(() => {
      this.#beat = tick.touch().catch((error: unknown) => {
        log.warn(`The lock of ${tick.attrs.name} was not renewed`, { error });
      });
    }, HEARTBEAT_MS);
  }

  /** Waits for a renewal in flight: it must not arrive after the lock is released. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beat;
  }
}
