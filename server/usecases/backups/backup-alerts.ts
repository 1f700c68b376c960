import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Users } from '../../ports/desk.ts';
import { StandingAlerts } from '../steps/standing-alerts.ts';

/** What a backup can fail at: being written, being restored, and showing that the logs are still the same. */
export type BackupFault = 'writing' | 'restoring' | 'logs';

/** Alerts the admins, who alone can act on it, in each book in which they have an account. */
export class BackupAlerts {
  readonly #books: readonly { readonly book: Book; readonly alerts: StandingAlerts }[];

  constructor(
    books: readonly Book[],
    private readonly users: Pick<Users, 'withRole'>,
    clock: Clock,
  ) {
    this.#books = books.map((book) => ({
      book,
      alerts: new StandingAlerts({ book, clock }, ['BACKUP_FAILED']),
    }));
  }

  /** `condition`: what is wrong; the same is alerted once. */
  async raise(fault: BackupFault, condition: string, message: string): Promise<void> {
    const admins = await this.users.withRole('ADMIN');
    for (const { book, alerts } of this.#books) {
      const accounts = new Set(await book.accountNames());
      for (const { username } of admins.filter((admin) => accounts.has(admin.username)))
        await alerts.raise(username, {
          ...{ kind: 'BACKUP_FAILED', severity: 'CRITICAL', message, tradeId: null },
          ...{ subject: fault, condition },
        });
    }
  }

  async end(fault: BackupFault): Promise<void> {
    for (const { alerts } of this.#books)
      for (const username of await alerts.users('BACKUP_FAILED'))
        await alerts.end(username, 'BACKUP_FAILED', fault);
  }
}
