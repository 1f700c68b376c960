import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AgendaScheduler } from '../../server/adapters/scheduler/agenda-scheduler.ts';
import { openJobBackend } from '../../server/adapters/scheduler/open-job-backend.ts';
import type { Job } from '../../server/ports/job.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { postgresUrl } from '../support/databases/postgres-url.ts';
import { FakeClock, NOON } from '../support/fakes/fake-clock.ts';
import { SilentLog } from '../support/fakes/silent-log.ts';

const mongoUrl = process.env.MONGODB_TEST_URL ?? null;
if (mongoUrl === null) console.log('MONGODB_TEST_URL is not set: jobs in MongoDB are not tested.');
if (postgresUrl() === null) console.log('No Postgres: jobs in Postgres are not tested.');

const kinds = [
  ...databases().map(([name, open]) => [name, open, null] as const),
  ...(mongoUrl ? [['MongoDB', databases()[0]![1], mongoUrl] as const] : []),
];

describe.each(kinds)('the scheduler on %s', (_name, open, mongo) => {
  let db: TestDatabase;
  let closers: (() => Promise<unknown>)[] = [];
  const failures: [string, unknown][] = [];
  const successes: string[] = [];

  beforeEach(async () => {
    db = await open('desk');
    failures.length = 0;
    successes.length = 0;
  });
  afterEach(async () => {
    for (const close of closers.reverse()) await close();
    closers = [];
    await db.close();
  });

  /** One server's scheduler, on its own connection. */
  async function server(jobs: readonly Job[], speed = 1): Promise<AgendaScheduler> {
    const knex = db.another();
    const postgres = 'url' in db.address ? db.address : null;
    const opened = await openJobBackend({ knex, postgres, mongoUrl: mongo });
    const clock = new FakeClock();
    const onFailure = (job: string, error: unknown) => failures.push([job, error]);
    const onSuccess = (job: string) => successes.push(job);
    const { backend } = opened;
    const observers = { log: new SilentLog(), onFailure, onSuccess };
    const options = { backend, jobs, clock, speed, ...observers };
    const scheduler = new AgendaScheduler(options);
    closers.push(
      () => opened.close(),
      () => scheduler.stop(),
    );
    await scheduler.start();
    return scheduler;
  }

  const name = () => `job-${Math.random().toString(36).slice(2)}`;

  it('runs a job on one of two servers at a time, at its interval', async () => {
    const [job, begins] = [name(), [] as number[]];
    let running = 0;
    let most = 0;
    const run = async () => {
      begins.push(performance.now());
      most = Math.max(most, ++running);
      await wait(60);
      running -= 1;
    };
    // Half of it is far more than what a busy machine is late with one run and not with the next.
    const everyMs = 500;
    const jobs = [{ name: job, everyMs, run }];
    await Promise.all([server(jobs), server(jobs)]);
    await expect.poll(() => begins.length).toBeGreaterThan(6);
    expect(most).toBe(1);
    const gaps = begins.slice(1).map((at, index) => at - begins[index]!);
    expect(Math.min(...gaps)).toBeGreaterThan(everyMs / 2);
  });

  it('skips the ticks that pass during a run, and counts them', async () => {
    // Far from the third tick and from the fourth, however late the run ends.
    const [job, everyMs, workMs] = [name(), 400, 1_400];
    let overlapping = 0;
    let running = 0;
    const run = async () => {
      overlapping = Math.max(overlapping, ++running);
      await wait(workMs);
      running -= 1;
    };
    const began = performance.now();
    const scheduler = await server([{ name: job, everyMs, run }]);
    const report = async () => (await scheduler.reports())[0]!;
    await expect.poll(async () => (await report()).runs).toBeGreaterThan(1);
    const { runs, skipped } = await report();
    expect(overlapping).toBe(1);
    expect(runs).toBeLessThanOrEqual((performance.now() - began) / workMs);
    expect(skipped).toBe(runs * 3);
  });

  it('continues after a failure, and reports both', async () => {
    const job = name();
    let runs = 0;
    const run = async () => {
      runs += 1;
      if (runs === 1) throw new Error('the venue is down');
    };
    const scheduler = await server([{ name: job, everyMs: 300, run }]);
    await expect.poll(() => failures.length).toBe(1);
    expect(successes).toEqual([]);
    expect((await scheduler.reports())[0]!.lastError).toBe('the venue is down');
    await expect.poll(() => runs).toBeGreaterThan(1);
    await expect.poll(async () => (await scheduler.reports())[0]!.lastError).toBeNull();
    expect(failures).toEqual([[job, expect.any(Error)]]);
    expect(successes).toContain(job);
  });

  it('follows a clock that runs faster, and shows its time', async () => {
    const [job, hour] = [name(), 3_600_000];
    let runs = 0;
    const scheduler = await server(
      [{ name: job, everyMs: 60_000, run: async () => void runs++ }],
      600,
    );
    await expect.poll(() => runs).toBeGreaterThan(3);
    const [{ lastRun, nextRun }] = (await scheduler.reports()) as unknown as [
      { lastRun: Date; nextRun: Date },
    ];
    expect((await scheduler.reports())[0]).toMatchObject({ everySeconds: 60, late: false });
    expect(Math.abs(lastRun.getTime() - NOON.getTime())).toBeLessThan(hour);
    expect(nextRun.getTime() - lastRun.getTime()).toBeGreaterThanOrEqual(50_000);
  });

  it('lets a run end before it stops, and starts none after', async () => {
    const job = name();
    let [began, ended] = [0, 0];
    const run = async () => {
      began += 1;
      await wait(400);
      ended += 1;
    };
    const scheduler = await server([{ name: job, everyMs: 100, run }]);
    await expect.poll(() => began).toBeGreaterThan(0);
    await scheduler.stop();
    expect(ended).toBe(began);
    const before = began;
    await wait(400);
    expect(began).toBe(before);
  });

  it.skipIf(_name !== 'SQLite')('takes over a job whose server was killed', async () => {
    const job = name();
    let runs = 0;
    const jobs = [{ name: job, everyMs: 600, run: async () => void runs++ }];
    const first = await server(jobs);
    await expect.poll(() => runs).toBeGreaterThan(0);
    await first.stop();
    const before = runs;
    const killedAgo = async (ms: number) =>
      db
        .knex('agenda_jobs')
        .where('name', job)
        .update({ locked_at: Date.now() - ms });
    await killedAgo(0);
    await server(jobs);
    await wait(1_500);
    expect(runs).toBe(before);
    await killedAgo(15_000);
    await expect.poll(() => runs).toBeGreaterThan(before);
  });

  it('does not run a job at once again after a restart', async () => {
    const job = name();
    let runs = 0;
    const jobs = [{ name: job, everyMs: 3_600_000, run: async () => void runs++ }];
    const first = await server(jobs);
    await expect.poll(() => runs).toBe(1);
    await first.stop();
    await server(jobs);
    await wait(1_500);
    expect(runs).toBe(1);
  });
});
