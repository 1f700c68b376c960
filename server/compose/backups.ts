import path from 'node:path';
import { DiskBackups } from '../adapters/database/backup/disk-backups.ts';
import { SqlBackupList } from '../adapters/database/backup/sql-backup-list.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import type { Book } from '../ports/book.ts';
import type { Timers } from '../ports/timers.ts';
import { BackupAlerts } from '../usecases/backups/backup-alerts.ts';
import { DailyBackup } from '../usecases/backups/daily-backup.ts';
import { MakeBackup } from '../usecases/backups/make-backup.ts';
import type { Core } from './core.ts';
import { addressesOf, type Databases } from './databases.ts';

/** The files bypass a pooler: several transactions at once are open for long. */
function backupFiles(
  { dataDir, directDatabaseUrl: databaseUrl, realDatabaseUrl }: SharedConfig,
  { paper, real }: Databases,
  program: string,
) {
  return new DiskBackups({
    folder: path.join(dataDir, 'backups'),
    addresses: addressesOf({ dataDir, databaseUrl, realDatabaseUrl }),
    books: { PAPER: paper, REAL: real },
    program,
  });
}

/** Backups of this server, and the list of those of all servers. */
export function composeBackups(
  config: SharedConfig,
  { databases, shared }: Core,
  books: readonly Book[],
) {
  const { users, clock, ids, log, about } = shared;
  const list = new SqlBackupList(databases.desk);
  const files = backupFiles(config, databases, about.version);
  const alerts = new BackupAlerts(books, users, clock);
  const deps = { files, list, alerts, ids, clock, log };
  const make = new MakeBackup(deps);
  return { list, make, daily: new DailyBackup(deps, make, users) };
}

/** A venue that hangs must not keep the day from its backup. */
const RECOVERY_MS = 600_000;

/** The same work, once the desk has recovered: on a large desk both read all there is. No work on a desk that stops. */
export function afterRecovery(
  recovered: Promise<boolean>,
  timers: Pick<Timers, 'within'>,
  work: { execute(): Promise<void> },
  most = RECOVERY_MS,
): { execute(): Promise<void> } {
  return {
    execute: async () => {
      const mayBegin = await timers.within(most, recovered, () => true);
      if (mayBegin) await work.execute();
    },
  };
}
