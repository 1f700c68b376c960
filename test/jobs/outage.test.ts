import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AgendaScheduler } from '../../server/adapters/scheduler/agenda-scheduler.ts';
import { openJobBackend } from '../../server/adapters/scheduler/open-job-backend.ts';
import type { Job } from '../../server/ports/job.ts';
import { breakableLink, type BreakableLink } from '../support/servers/breakable-link.ts';
import { databases } from '../support/databases/databases.ts';
import { postgresUrl } from '../support/databases/postgres-url.ts';
import { FakeClock } from '../support/fakes/fake-clock.ts';
import { SilentLog } from '../support/fakes/silent-log.ts';

const mongoUrl = process.env.MONGODB_TEST_URL;
const pgUrl = postgresUrl();
if (!mongoUrl) console.log('MONGODB_TEST_URL is not set: an outage of MongoDB is not tested.');
if (!pgUrl) console.log('No Postgres: an outage of the jobs’ Postgres is not tested.');

const stores: [string, string][] = [];
if (pgUrl) stores.push(['Postgres', pgUrl]);
if (mongoUrl) stores.push(['MongoDB', mongoUrl]);

type Closers = (() => Promise<unknown>)[];

// The tests run concurrently, because they mostly wait for an outage.
describe.skipIf(stores.length === 0).each(stores)(
  'jobs in %s',
  { concurrent: true },
  (store, url) => {
    /** The test's own store; returns a function that starts a server on it, each over its own link. */
    async function theStore(closers: Closers): Promise<(job: Job) => Promise<BreakableLink>> {
      const db = await databases().at(-1)![1]('desk');
      closers.push(() => db.close());
      return async (job) => {
        const link = await breakableLink(url);
        const knex = db.another();
        const opened = await openJobBackend({
          knex,
          postgres: 'url' in db.address ? { ...db.address, url: link.url } : null,
          mongoUrl: store === 'MongoDB' ? link.url : null,
        });
        const scheduler = new AgendaScheduler({
          ...{ backend: opened.backend, jobs: [job], clock: new FakeClock(), speed: 1 },
          ...{ log: new SilentLog(), onFailure: () => undefined },
        });
        closers.push(
          () => link.close(),
          () => opened.close(),
          () => scheduler.stop(),
        );
        await scheduler.start();
        return link;
      };
    }

    /** Closes everything, the last opened first. */
    async function closeAll(closers: Closers): Promise<void> {
      for (const close of closers.reverse()) await close();
    }

    const name = () => `job-${Math.random().toString(36).slice(2)}`;

    it('continue at their interval after their server was killed and restarted, on one of two at a time', async ({
      onTestFinished,
    }) => {
      const closers: Closers = [];
      onTestFinished(() => closeAll(closers));
      const begins: number[] = [];
      let [running, most] = [0, 0];
      const run = async () => {
        begins.push(performance.now());
        most = Math.max(most, ++running);
        await wait(60);
        running -= 1;
      };
      const start = await theStore(closers);
      const job = { name: name(), everyMs: 300, run };
      const links = [await start(job), await start(job)];
      await expect.poll(() => begins.length, { timeout: 30_000 }).toBeGreaterThan(2);
      for (const link of links) link.cut();
      await wait(1_000);
      const whileAway = begins.length;
      await wait(2_000);
      expect(begins.length).toBe(whileAway);
      for (const link of links) link.mend();
      await expect.poll(() => begins.length, { timeout: 40_000 }).toBeGreaterThan(whileAway + 4);
      expect(most).toBe(1);
      const gaps = begins.slice(1).map((at, index) => at - begins[index]!);
      expect(Math.min(...gaps)).toBeGreaterThan(150);
    }, 120_000);

    it('are taken over from a server that dies during a run', async ({ onTestFinished }) => {
      const closers: Closers = [];
      onTestFinished(() => closeAll(closers));
      const ran: string[] = [];
      const [shared, start] = [name(), await theStore(closers)];
      let begun = (): void => undefined;
      const inRun = new Promise<void>((resolve) => (begun = resolve));
      const of = (server: string, work: () => Promise<void>): Job => ({
        name: shared,
        everyMs: 500,
        run: async () => {
          ran.push(server);
          await work();
        },
      });
      const first = await start(
        of('first', async () => {
          begun();
          await wait(40_000);
        }),
      );
      await inRun;
      first.cut();
      await start(of('second', async () => undefined));
      await expect
        .poll(() => ran.filter((by) => by === 'second').length, { timeout: 40_000 })
        .toBeGreaterThan(1);
      expect(ran.filter((by) => by === 'first')).toHaveLength(1);
    }, 120_000);
  },
);
