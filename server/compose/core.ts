import { SqlApiTokens } from '../adapters/database/desk/sql-api-tokens.ts';
import { SqlSessions } from '../adapters/database/desk/sql-sessions.ts';
import { SqlSettings } from '../adapters/database/desk/sql-settings.ts';
import { SqlUsers } from '../adapters/database/desk/sql-users.ts';
import { UserCredentials } from '../adapters/routing/user-credentials.ts';
import { haltFiles } from '../adapters/system/halt-files.ts';
import { machineTimers } from '../adapters/system/machine-timers.ts';
import { SystemClock } from '../adapters/system/system-clock.ts';
import { TestClock } from '../adapters/system/test-clock.ts';
import { UlidIds } from '../adapters/system/ulid-ids.ts';
import { AesVault } from '../adapters/vault/aes-vault.ts';
import type { PaperSide } from '../config/paper-config.ts';
import type { Log } from '../ports/log.ts';
import { openDatabases } from './databases.ts';
import { composeFeed } from './events.ts';
import type { Shared } from './shared.ts';

/** Databases, time, users and settings: what exists before any book is built. */
export async function composeCore(config: PaperSide, log: Log, version: string) {
  const { testClock, orats } = config;
  const { tradier } = config.paper;
  const clock = testClock ? new TestClock(testClock.start, testClock.speed) : new SystemClock();
  const databases = await openDatabases(config);
  const relay = composeFeed(config, databases, log);
  const users = new SqlUsers(databases.desk);
  const settings = new SqlSettings(databases.desk);
  const apiTokens = new SqlApiTokens(databases.desk);
  const vault = new AesVault(config.secretKey);
  const shared: Shared = {
    clock,
    timers: machineTimers,
    ids: new UlidIds(clock),
    log,
    users,
    ...{ settings, mandates: apiTokens },
    feed: relay.feed,
    deskHalt: haltFiles(config.dataDir),
    // A served desk books what fills and asks a person; a test fails.
    onUnlistedMove: 'REVIEW',
    about: { version, testClock: testClock !== null },
  };
  const credentials = new UserCredentials(settings, users, vault, {
    tradierSandboxToken: tradier.token,
    tradierSandboxAccount: tradier.account,
    oratsToken: orats.token,
    jupiterApiKey: config.jupiter.apiKey,
  });
  const sessions = new SqlSessions(databases.desk);
  return { databases, relay, shared, vault, credentials, sessions, apiTokens };
}

export type Core = Awaited<ReturnType<typeof composeCore>>;
