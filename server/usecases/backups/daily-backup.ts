import { newYorkDate } from '../../domain/calendar/new-york-time.ts';
import { UnusableBackup, type Backup, type KeptHead } from '../../ports/backups.ts';
import type { Users } from '../../ports/desk.ts';
import type { BackupDeps, MakeBackup } from './make-backup.ts';

const PASSED = 'It was restored into an empty store, and its state hash is the same.';

/**
 * Makes one backup on each day of the exchange, over all servers of one database, and restores the last one of
 * this server into a scratch store. A desk without users, but for visitors of the demo, has nothing to keep.
 */
export class DailyBackup {
  constructor(
    private readonly deps: BackupDeps,
    private readonly make: Pick<MakeBackup, 'execute'>,
    private readonly users: Pick<Users, 'count'>,
  ) {}

  async execute(): Promise<void> {
    if (await this.#isDue()) {
      const [compared] = await Promise.allSettled([this.#compareLogs()]);
      await this.make.execute('DAILY');
      if (compared.status === 'rejected') throw compared.reason;
    }
    await this.#rehearse();
  }

  async #isDue(): Promise<boolean> {
    if ((await this.users.count()) === 0) return false;
    const last = (await this.deps.list.all()).find(({ cause }) => cause === 'DAILY');
    return !last || newYorkDate(last.createdAt) < newYorkDate(this.deps.clock.now());
  }

  async #last(): Promise<Backup | undefined> {
    return (await this.deps.list.all(await this.deps.files.place()))[0];
  }

  /** A log that was cut or rewritten lacks an event that the last backup knows. */
  async #compareLogs(): Promise<void> {
    const last = await this.#last();
    if (!last) return;
    const lost = await this.deps.files.lostHeads(last.file).catch((error: unknown) => {
      // Whether the file can be read is what its rehearsal says.
      if (error instanceof UnusableBackup) return [];
      throw error;
    });
    if (lost.length === 0) return;
    const { log, alerts } = this.deps;
    log.error('Logs do not contain what the last backup knows of them', { file: last.file, lost });
    await alerts.raise(
      'logs',
      lost.map(nameOf).join(),
      `${counted(lost.length)} not the last event that the backup of ${nameOfBackup(last)} knows: cut off or rewritten since. npm run verify-audit -- --backup ${last.file} names them.`,
    );
  }

  async #rehearse(): Promise<void> {
    const last = await this.#last();
    if (!last || last.rehearsal) return;
    const { files, list, alerts, clock, log } = this.deps;
    const finding = await files.rehearse(last).then(
      () => null,
      (error) => this.#whyNot(error),
    );
    const passed = finding === null;
    const rehearsal = { at: clock.now(), passed, finding: finding ?? PASSED };
    await list.rehearsed(last.id, rehearsal);
    if (passed) return alerts.end('restoring');
    log.error('The last backup cannot be restored', { file: last.file, finding });
    const message = `The backup of ${nameOfBackup(last)} cannot be restored. ${finding}`;
    await alerts.raise('restoring', last.id, message);
  }

  /** @throws what is no fault of the file: then the next run tries again */
  async #whyNot(error: unknown): Promise<string> {
    if (error instanceof UnusableBackup) return error.message;
    const message =
      'The last backup could not be restored into a scratch store, so nobody knows whether it can be. It is tried again within the hour; the server’s log says why.';
    await this.deps.alerts.raise('restoring', 'fails', message);
    throw error;
  }
}

const nameOf = ({ mode, username, sequence }: KeptHead): string =>
  `${mode}:${username}:${sequence}`;
const nameOfBackup = ({ createdAt }: Backup): string =>
  `${createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const counted = (logs: number): string => (logs === 1 ? 'One log has' : `${logs} logs have`);
