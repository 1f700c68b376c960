import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import { accountKey, type UserAccount } from '../../ports/turns.ts';
import { LOOK_EVERY_MS } from './standing-alerts.ts';

/**
 * Alerts a user to an account whose venue has been silent for long, once, until it answers again. Only its
 * own user is alerted, because no other user waits for it.
 */
export class SilenceAlerts {
  /** The lanes that still waited for an account when the alert was raised, by account. */
  readonly #silent = new Map<string, Set<string>>();
  #standing = new Set<string>();
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly book: Book,
    private readonly clock: Clock,
  ) {}

  async late(lane: string, account: UserAccount): Promise<void> {
    const lanes = this.#silent.get(accountKey(account)) ?? new Set();
    this.#silent.set(accountKey(account), lanes.add(lane));
    const { username, venue } = account;
    const message = `${venue} does not answer for account ${account.account}. The desk waits for it and goes on by itself when it answers; what stands there meanwhile stands without the desk.`;
    const alert = { kind: 'VENUE_SILENT', severity: 'WARNING', message, tradeId: null } as const;
    const about = { subject: subjectOf(account), condition: 'silent' };
    await this.book.change(username, (change) =>
      change.raise({ ...alert, ...about }, this.clock.now()),
    );
  }

  /** A turn succeeded; the silence ends once no lane that waited then still waits. */
  async answered(lane: string, account: UserAccount): Promise<void> {
    const key = accountKey(account);
    const lanes = this.#silent.get(key);
    lanes?.delete(lane);
    if (lanes && lanes.size > 0) return;
    const wasAlerted = this.#silent.delete(key) || (await this.#stands(account));
    if (!wasAlerted) return;
    this.#standing.delete(key);
    await this.book.change(account.username, (change) =>
      change.resolve('VENUE_SILENT', subjectOf(account), this.clock.now()),
    );
  }

  async #stands(account: UserAccount): Promise<boolean> {
    const now = this.clock.now().getTime();
    if (now - this.#lookedAt >= LOOK_EVERY_MS) {
      this.#lookedAt = now;
      const standing = await this.book.standing('VENUE_SILENT');
      this.#standing = new Set(standing.map(({ username, about }) => `${username} ${about}`));
    }
    return this.#standing.has(accountKey(account));
  }
}

function subjectOf({ venue, account }: UserAccount): string {
  return `${venue} ${account}`;
}
