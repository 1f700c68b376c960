import type { Username } from '../../domain/ids.ts';
import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Users } from '../../ports/desk.ts';
import { SomeUsersFailed } from './each-account.ts';

/** How soon a server that did not see a job fail notices that it runs again. */
const LOOK_EVERY_MS = 60_000;

/**
 * Alerts users to a failing job, once until it has run again. When it fails for some users, only they are
 * alerted; when it fails for all, every user whose trades it serves and the admins, who can act on it. The
 * reason may name other users and their trades, so only the log has it.
 */
export class JobAlerts {
  readonly #failing = new Map<string, ReadonlySet<string>>();
  readonly #lookedAt = new Map<string, number>();

  constructor(
    private readonly book: Book,
    private readonly users: Pick<Users, 'withRole'>,
    private readonly clock: Clock,
  ) {}

  async failed(job: string, error: unknown): Promise<void> {
    const before = this.#failing.get(job) ?? new Set();
    const now = await this.#concerned(error);
    this.#failing.set(job, now);
    const message = `The job ${job} failed and is tried again; the server's log says why.`;
    const alert = { kind: 'JOB_FAILED', severity: 'WARNING', message, tradeId: null } as const;
    for (const username of now) {
      if (before.has(username)) continue;
      await this.book.change(username, (change) =>
        change.raise({ ...alert, subject: job, condition: 'fails' }, this.clock.now()),
      );
    }
    await this.#end(
      job,
      [...before].filter((username) => !now.has(username)),
    );
  }

  async succeeded(job: string): Promise<void> {
    const now = this.clock.now().getTime();
    const due = now - (this.#lookedAt.get(job) ?? 0) >= LOOK_EVERY_MS;
    if (!due && !this.#failing.has(job)) return;
    this.#failing.delete(job);
    this.#lookedAt.set(job, now);
    const standing = await this.book.standing('JOB_FAILED');
    await this.#end(
      job,
      standing.filter(({ about }) => about === job).map(({ username }) => username),
    );
  }

  async #concerned(error: unknown): Promise<ReadonlySet<string>> {
    if (error instanceof SomeUsersFailed) return new Set(error.usernames);
    const admins = (await this.users.withRole('ADMIN')).map(({ username }) => username);
    const accounts = new Set(await this.book.accountNames());
    const all = [...(await this.book.activeUsers()), ...admins];
    return new Set(all.filter((username) => accounts.has(username)));
  }

  async #end(job: string, usernames: readonly Username[]): Promise<void> {
    for (const username of usernames) {
      await this.book.change(username, (change) =>
        change.resolve('JOB_FAILED', job, this.clock.now()),
      );
    }
  }
}
