import path from 'node:path';
import { HmacPreparedOrders } from './adapters/vault/hmac-prepared-orders.ts';
import { blaming } from './compose/blaming.ts';
import { composeAccounts } from './compose/accounts.ts';
import { afterRecovery, composeBackups } from './compose/backups.ts';
import { composeCore } from './compose/core.ts';
import { composeForecasts } from './compose/forecasts.ts';
import { composeJobs } from './compose/jobs.ts';
import { reconciles } from './compose/faults.ts';
import { composeLoops } from './compose/loops.ts';
import { composeMarket } from './compose/market.ts';
import { composePaper } from './compose/paper.ts';
import { composePrices } from './compose/prices.ts';
import { readinessOf } from './compose/readiness.ts';
import { composeReal } from './compose/real.ts';
import { disarmEverybody } from './compose/real-money.ts';
import { settingsApi } from './compose/settings-api.ts';
import { composeRuns } from './compose/runs.ts';
import { composeStrategySide } from './compose/strategy-side.ts';
import { stopParts } from './compose/stop-parts.ts';
import { VenuePulse } from './loops/venue-pulse.ts';
import type { Config } from './config.ts';
import { startHttp, type HttpServer } from './http.ts';
import type { Databases } from './compose/databases.ts';
import type { Log } from './ports/log.ts';

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
  const { clock, ids, users, feed } = shared;
  const real = await composeReal(config, core, { paperTwins: paper.twins, prices });
  const { accounts, tokens } = composeAccounts(config, core, { paper, real });
  const { live } = real;
  const backups = composeBackups(config, core, [paper.book, real.book]);
  const books = [paper, ...(live ? [real] : [])] as const;
  const pulse = new VenuePulse(paper.venue, paper.desk, log);
  const loops = composeLoops({ paper, real }, reconciles(config), log);
  const backup = afterRecovery(loops.recovered, shared.timers, backups.daily);
  const { market, quotes } = composeMarket(core, { paper, real, prices });
  const { strategies, promotion, drift, calibrations } = composeStrategySide(config, core, {
    ...{ paper, real, market },
  });
  const forecasts = composeForecasts(core, { paper, prices });
  const work = { drift, demote: promotion.demote, forecasts: forecasts.settle };
  const others = { polls: prices.polls, backup, ...work };
  const jobs = await composeJobs(config, core, books, others);
  const providers = [...paper.providers, ...prices.providers, ...(live?.providers ?? [])];
  await relay.start();
  await disarmEverybody(databases.real, real.book, clock);
  const runs = composeRuns(config, core, { paper, real }, { strategies, market });
  await strategies.prepare();
  const http = await blaming('HOST, PORT', () =>
    startHttp({
      ...{ host: config.host, port: config.port, publicUrl: config.publicUrl, version },
      clientDirectory: path.resolve(import.meta.dirname, '..', 'client'),
      desk: {
        systems: { PAPER: paper.desk, REAL: real.desk },
        market,
        quotes,
        prices: prices.reader,
        accounts,
        settings: settingsApi(core, { paper, real, prices, strategies, calibrations }),
        backups,
        strategies: strategies.api,
        drift: { PAPER: drift.PAPER.read, REAL: drift.REAL.read },
        promotion: promotion.api,
        forecasts: forecasts.api,
        jobs: () => jobs.reports(),
        feed,
        clock,
      },
      users,
      tokens,
      preparedOrders: new HmacPreparedOrders(config.secretKey),
      imports: strategies.imports,
      readiness: readinessOf(databases, { jobs, providers, loops: loops.checks }),
      hints: () => loops.tally(),
      ids,
      log,
    }),
  );
  await jobs.start();
  for (const each of [pulse, loops, strategies, runs]) each.start();
  const parts: Closing = { http, pulse, jobs, paper, loops, relay, runs, strategies, databases };
  return {
    url: http.url,
    close: () => {
      live?.stopSigning();
      return closeParts(parts, log);
    },
  };
}

interface Stops {
  stop(): Promise<unknown>;
}

interface Closing {
  readonly http: Pick<HttpServer, 'close'>;
  readonly pulse: Stops;
  readonly jobs: Stops;
  readonly paper: Pick<ReturnType<typeof composePaper>, 'twins'>;
  readonly loops: Pick<ReturnType<typeof composeLoops>, 'stopping'>;
  readonly relay: Stops;
  readonly runs: Stops;
  readonly strategies: Stops;
  readonly databases: Pick<Databases, 'close'>;
}

/** Callers first, then what works for them, then what that works with. */
function closeParts(parts: Closing, log: Log): Promise<void> {
  return stopParts(
    [
      [['HTTP', () => parts.http.close()]],
      [
        ['the simulated venue', () => parts.pulse.stop()],
        ['jobs', () => parts.jobs.stop()],
        // Strategies at work leave their threads before those end.
        ['strategies', () => parts.runs.stop().finally(() => parts.strategies.stop())],
        ['twins on paper', () => parts.paper.twins.idle()],
        ...parts.loops.stopping,
      ],
      [['the relay', () => parts.relay.stop()]],
      [['databases', () => parts.databases.close()]],
    ],
    log,
  );
}
