import path from 'node:path';
import { SqlSessions } from './adapters/database/sql-sessions.ts';
import { SqlSettings } from './adapters/database/sql-settings.ts';
import { SqlUsers } from './adapters/database/sql-users.ts';
import { UserCredentials } from './adapters/routing/user-credentials.ts';
import { AgendaScheduler } from './adapters/scheduler/agenda-scheduler.ts';
import { openJobBackend } from './adapters/scheduler/open-job-backend.ts';
import { haltFiles } from './adapters/system/halt-files.ts';
import { RandomSessionTokens } from './adapters/system/random-session-tokens.ts';
import { SystemClock } from './adapters/system/system-clock.ts';
import { TestClock } from './adapters/system/test-clock.ts';
import { UlidIds } from './adapters/system/ulid-ids.ts';
import { AesVault } from './adapters/vault/aes-vault.ts';
import { ArgonPasswords } from './adapters/vault/argon-passwords.ts';
import { composeFeed } from './compose/events.ts';
import { DESK_SCHEMA, openDatabases } from './compose/databases.ts';
import { composePaper } from './compose/paper.ts';
import { composeReal } from './compose/real.ts';
import type { Shared } from './compose/shared.ts';
import { VenuePulse } from './compose/venue-pulse.ts';
import type { Config } from './config.ts';
import type { User } from './domain/account/user.ts';
import { dec } from './domain/decimal.ts';
import { startHttp } from './http.ts';
import { deskJobs } from './jobs/desk-jobs.ts';
import type { Log } from './ports/log.ts';
import { createAccounts } from './usecases/accounts/accounts.ts';
import { CheckProvider } from './usecases/accounts/check-provider.ts';
import { UpdateSettings } from './usecases/accounts/update-settings.ts';
import { raiseJobFailure } from './usecases/raise-failure.ts';
import { ReadMarket } from './usecases/read-market.ts';

const FIRST_DEPOSIT = dec(100_000);

export interface RunningDesk {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the whole desk by hand and starts it. Only here and in `compose/` is an adapter made. */
export async function startDesk(config: Config, log: Log, version: string): Promise<RunningDesk> {
  const { testClock } = config;
  const clock = testClock ? new TestClock(testClock.start, testClock.speed) : new SystemClock();
  const ids = new UlidIds(clock);
  const databases = await openDatabases(config);
  const running = composeFeed(config, databases, log);
  const { feed } = running;
  const users = new SqlUsers(databases.desk);
  const sessions = new SqlSessions(databases.desk);
  const settings = new SqlSettings(databases.desk);
  const vault = new AesVault(config.secretKey);
  const about = { version, testClock: testClock !== null };
  const deskHalt = haltFiles(config.dataDir);
  const shared: Shared = { clock, ids, log, users, settings, feed, deskHalt, about };
  const credentials = new UserCredentials(settings, users, vault, {
    tradierSandboxToken: config.tradier.sandboxToken,
    tradierSandboxAccount: config.tradier.sandboxAccount,
    oratsToken: config.orats.token,
  });
  const paper = composePaper(config, databases, shared, credentials);
  const real = composeReal(databases, shared);
  const tokens = new RandomSessionTokens();
  const openBooks = async ({ username, demo }: User, now: Date) => {
    await paper.book.openAccount(username, FIRST_DEPOSIT, now);
    if (!demo) await real.book.openAccount(username, dec(0), now);
  };
  const accounts = createAccounts({
    users,
    sessions,
    passwords: new ArgonPasswords(),
    tokens,
    ids,
    clock,
    openBooks,
    startDemo: async (now) => {
      const user = await paper.startDemo(now);
      await real.book.openAccount(user.username, dec(0), now);
      return user;
    },
    signUpPolicy: config.signUpPolicy,
    loopbackOnly: config.loopbackOnly,
  });

  const jobs = await openJobBackend({
    knex: databases.desk,
    postgres: config.databaseUrl ? { url: config.databaseUrl, schema: DESK_SCHEMA } : null,
    mongoUrl: config.mongodbUrl,
  });
  const scheduler = new AgendaScheduler({
    backend: jobs.backend,
    jobs: deskJobs([paper.desk], config.cadence),
    clock,
    speed: testClock?.speed ?? 1,
    log,
    onFailure: (job, error) => {
      const reason = error instanceof Error ? error.message : String(error);
      raiseJobFailure(paper.book, clock, job, reason).catch((failure: unknown) =>
        log.error('A failed job could not be told', { job, failure }),
      );
    },
  });
  const pulse = new VenuePulse(paper.venue, paper.desk, log);

  // Recovery from a crash is a reconciliation; a venue that is down must not keep the desk from starting.
  await paper.desk.reconcile.execute().catch((error: unknown) => {
    log.warn('Start-up reconciliation is incomplete; the schedule goes on with it', { error });
  });
  await running.start();
  await scheduler.start();
  pulse.start();
  const http = await startHttp({
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    clientDirectory: path.resolve(import.meta.dirname, '..', 'client'),
    desk: {
      systems: { PAPER: paper.desk, REAL: real.desk },
      market: new ReadMarket(paper.sources, settings),
      accounts,
      settings: {
        settings,
        updateSettings: new UpdateSettings(settings, vault),
        checkProvider: new CheckProvider(paper.probe),
      },
      jobs: () => scheduler.reports(),
      feed,
      clock,
    },
    users,
    tokens,
    readiness: [
      { name: 'desk database', essential: true, check: () => answers(databases.desk) },
      { name: 'PAPER book', essential: true, check: () => answers(databases.paper) },
      { name: 'REAL book', essential: true, check: () => answers(databases.real) },
    ],
    ids,
    log,
  });
  return {
    url: http.url,
    close: async () => {
      await http.close();
      await pulse.stop();
      await scheduler.stop();
      await jobs.close();
      await running.stop();
      await databases.close();
    },
  };
}

async function answers(knex: { raw(sql: string): PromiseLike<unknown> }): Promise<string | null> {
  await knex.raw('SELECT 1');
  return null;
}
