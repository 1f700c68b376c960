import type { Backup, BackupCause, BackupFiles, BackupList } from '../../ports/backups.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import type { BackupAlerts } from './backup-alerts.ts';

/** How many backups of each cause one server keeps: no number of ASKED ones removes a DAILY one. */
export const KEPT = 14;

export interface BackupDeps {
  readonly files: BackupFiles;
  readonly list: BackupList;
  readonly alerts: Pick<BackupAlerts, 'raise' | 'end'>;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Log;
}

/** Makes a backup, and removes what is older than those that are kept. */
export class MakeBackup {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: BackupDeps) {}

  /** Makes backups in turn: each holds the state of a moment after it was asked for. */
  execute(cause: BackupCause): Promise<Backup> {
    const made = this.#last.then(() => this.#make(cause));
    this.#last = made.catch(() => undefined);
    return made;
  }

  async #make(cause: BackupCause): Promise<Backup> {
    const { alerts, log } = this.deps;
    try {
      const backup = await this.#write(cause);
      await alerts.end('writing');
      return backup;
    } catch (error) {
      log.error('The desk could not be backed up', { error });
      const message =
        'The desk could not be backed up. It is tried again within the hour; the server’s log says why.';
      await alerts.raise('writing', 'fails', message).catch((unsaid: unknown) => {
        log.error('That a backup failed could not be alerted', { error: unsaid });
      });
      throw error;
    }
  }

  async #write(cause: BackupCause): Promise<Backup> {
    const { files, list, ids, clock } = this.deps;
    const place = await files.place();
    const id = ids.next();
    const createdAt = clock.now();
    const written = await files.write(id, createdAt);
    const backup = { ...written, id, createdAt, cause, rehearsal: null };
    try {
      await list.add(backup, place);
    } catch (error) {
      await files.remove(written.file);
      throw error;
    }
    await this.#prune(place);
    return backup;
  }

  /** The newest backup that is known to be restorable stays, however old it is. */
  async #prune(place: string): Promise<void> {
    const { files, list } = this.deps;
    const all = await list.all(place);
    const proven = all.find(({ rehearsal }) => rehearsal?.passed);
    for (const cause of ['DAILY', 'ASKED'] as const)
      for (const old of all.filter((each) => each.cause === cause).slice(KEPT)) {
        if (old === proven) continue;
        await files.remove(old.file);
        await list.remove(old.id);
      }
  }
}
