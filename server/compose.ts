import path from 'node:path';
import { StoredProviderProbe } from './adapters/routing/stored-provider-probe.ts';
import { blaming } from './compose/blaming.ts';
import { composeAccounts } from './compose/accounts.ts';
import { composeBackups } from './compose/backups.ts';
import { composeCore, type Core } from './compose/core.ts';
import { composeJobs, type Jobs } from './compose/jobs.ts';
import { reconciles } from './compose/faults.ts';
import { HintPulse } from './loops/hint-pulse.ts';
import { composePaper } from './compose/paper.ts';
import { composePrices } from './compose/prices.ts';
import type { ProviderHealth } from './loops/provider-health.ts';
import { composeReal } from './compose/real.ts';
import { stopParts } from './compose/stop-parts.ts';
import { StartUp } from './loops/start-up.ts';
import { VenuePulse } from './loops/venue-pulse.ts';
import type { Config } from './config.ts';
import { startHttp } from './http.ts';
import type { ReadinessCheck } from './ports/readiness.ts';
import type { Log } from './ports/log.ts';
import { CheckProvider } from './usecases/accounts/check-provider.ts';
import { UpdateSettings } from './usecases/accounts/update-settings.ts';
import { ReadMarket } from './usecases/book/read-market.ts';

/** How long running turns may take, at shutdown, to receive answers to what they sent. */
const TURNS_MS = 5_000;

export interface RunningDesk {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the whole desk and starts it. Adapters are created only here and in `compose/`. */
export async function startDesk(config: Config, log: Log, version: string): Promise<RunningDesk> {
  const core = await composeCore(config, log, version);
  const { databases, relay, shared } = core;
  const prices = composePrices(config, core);
  const paper = composePaper(config, databases, shared, core.credentials, prices);
  const real = composeReal(databases, shared);
  const { accounts, tokens } = composeAccounts(config, core, { paper, real });
  const backups = composeBackups(config, core, [paper.book, real.book]);
  const jobs = await composeJobs(config, core, paper, { polls: prices.polls, backups });
  const pulse = new VenuePulse(paper.venue, paper.desk, log);
  const hints = hintPulse(paper, log);

  const recovers = reconciles(config);
  const startUp = new StartUp(paper.desk, log);
  await relay.start();
  const { clock, ids, users, settings, feed } = shared;
  const http = await blaming('HOST, PORT', () =>
    startHttp({
      host: config.host,
      port: config.port,
      publicUrl: config.publicUrl,
      clientDirectory: path.resolve(import.meta.dirname, '..', 'client'),
      desk: {
        systems: { PAPER: paper.desk, REAL: real.desk },
        market: new ReadMarket(paper.sources, settings, prices.reader),
        prices: prices.reader,
        accounts,
        settings: settingsApi(core, paper, prices.probes),
        backups,
        jobs: () => jobs.reports(),
        feed,
        clock,
      },
      users,
      tokens,
      readiness: [
        ...readinessOf(core, jobs, [...paper.providers, ...prices.providers]),
        ...(recovers ? [startUp.check] : []),
      ],
      hints: () => hints.tally(),
      ids,
      log,
    }),
  );
  await jobs.start();
  pulse.start();
  if (recovers) {
    startUp.start();
    hints.start();
  }
  return {
    url: http.url,
    close: () =>
      stopParts(
        [
          [['HTTP', () => http.close()]],
          [['hints', () => hints.stop()]],
          [['the simulated venue', () => pulse.stop()]],
          [
            ['the start-up', () => startUp.stop()],
            ['jobs', () => jobs.stop()],
            ['turns', () => paper.turns.stop(TURNS_MS)],
          ],
          [['the relay', () => relay.stop()]],
          [['databases', () => databases.close()]],
        ],
        log,
      ),
  };
}

function settingsApi(
  { shared: { settings, clock }, vault }: Core,
  { probes, usages }: ReturnType<typeof composePaper>,
  tokenProbes: ReturnType<typeof composePrices>['probes'],
) {
  const updateSettings = new UpdateSettings(settings, vault);
  const probe = new StoredProviderProbe({ ...probes, ...tokenProbes }, clock);
  return { settings, updateSettings, checkProvider: new CheckProvider(probe), usages };
}

function hintPulse({ book, desk, hintsTo }: ReturnType<typeof composePaper>, log: Log): HintPulse {
  return new HintPulse({
    venue: 'TRADIER_SANDBOX',
    ...{ book, hintsTo, log },
    sync: (username) => desk.syncOrders.at(username, 'TRADIER_SANDBOX'),
  });
}

function readinessOf(
  { databases: { desk, paper, real } }: Core,
  jobs: Jobs,
  providers: readonly ProviderHealth[],
): readonly ReadinessCheck[] {
  const parts = { 'desk database': desk, 'PAPER book': paper, 'REAL book': real };
  const answers = Object.entries(parts).map(([name, knex]) => ({
    name,
    essential: true,
    check: async () => {
      await knex.raw('SELECT 1');
      return null;
    },
  }));
  return [
    ...answers,
    { name: 'jobs', essential: true, check: () => jobs.problem() },
    ...providers.map((provider) => ({
      name: provider.name,
      essential: false,
      check: async () => provider.problem(),
    })),
  ];
}
