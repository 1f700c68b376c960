import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { JobReport, JobReports } from '../ports/job.ts';
import type { HintTally } from '../ports/venue-hints.ts';
import type { Authenticator } from './authenticator.ts';

/** What is counted of the sockets. */
export interface SocketTally {
  readonly open: () => number;
  /** Clients that read too slowly for their subscriptions, since the start. */
  readonly slowReaders: () => number;
}

/** The metrics for Prometheus. */
export function createMetrics(
  sockets: SocketTally,
  jobs: JobReports,
  hints?: () => HintTally,
): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'twinbook_sockets',
    help: 'Sockets that are signed in.',
    registers: [registry],
    collect() {
      this.set(sockets.open());
    },
  });
  new Gauge({
    name: 'twinbook_slow_readers',
    help: 'Subscriptions paused because their client did not read, since the start.',
    registers: [registry],
    collect() {
      this.set(sockets.slowReaders());
    },
  });
  countJobs(registry, jobs);
  if (hints) countHints(registry, hints);
  return registry;
}

function countJobs(registry: Registry, jobs: JobReports): void {
  // A scrape asks all metrics at once; they share one read of the jobs.
  let asked: Promise<readonly JobReport[]> | null = null;
  const reports = () => (asked ??= Promise.resolve(jobs()).finally(() => (asked = null)));
  const count = (what: string, help: string, of: (report: JobReport) => number) =>
    new Gauge({
      ...{ name: `twinbook_job_${what}`, help, labelNames: ['job'], registers: [registry] },
      async collect() {
        for (const report of await reports()) this.set({ job: report.name }, of(report));
      },
    });
  count('runs', 'Runs since the start.', ({ runs }) => runs);
  count('skipped', 'Ticks that passed while an earlier run went on.', ({ skipped }) => skipped);
  count('failing', '1 where the last run failed.', ({ lastError }) => (lastError === null ? 0 : 1));
}

function countHints(registry: Registry, hints: () => HintTally): void {
  const helps: Readonly<Record<keyof HintTally, string>> = {
    open: 'Account-event streams of venues that are open.',
    connects: 'Connections of account-event streams since the start.',
    hints: 'Events that brought a sync forward since the start.',
    unreadable: 'Messages of account-event streams that nobody understands.',
  };
  for (const [what, help] of Object.entries(helps) as [keyof HintTally, string][]) {
    new Gauge({
      name: `twinbook_venue_stream_${what}`,
      help,
      registers: [registry],
      collect() {
        this.set(hints()[what]);
      },
    });
  }
}

/** `/metrics`: open on a server that only this machine reaches, otherwise for an ADMIN. */
export function metricsHandler(
  registry: Registry,
  loopbackOnly: boolean,
  authenticator: Authenticator,
): RequestHandler {
  return async (request, response) => {
    const header = request.headers.authorization ?? '';
    if (!loopbackOnly && !(await isAdmin(header, authenticator))) {
      response.status(401).type('text').send('An ADMIN token is needed\n');
      return;
    }
    response.type(registry.contentType).send(await registry.metrics());
  };
}

async function isAdmin(authorization: string, authenticator: Authenticator): Promise<boolean> {
  const principal = await authenticator.byHeader(authorization);
  if (principal?.user.role !== 'ADMIN') return false;
  return principal.kind === 'session' || principal.scopes.includes('ADMIN');
}
