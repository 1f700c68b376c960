import type { Username } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { VenueAccount } from '../../domain/trade/venue-account.ts';
import type { AccountGate, AccountPart } from '../../ports/account-gate.ts';
import { accountKey, type UserAccount } from '../../ports/turns.ts';
import type { Timers } from '../../ports/timers.ts';

/** How long a person's request waits for an account to be compared. */
const PATIENCE_MS = 6_000;

/** The account that a user's broker serves. */
export function accountOfBroker(username: Username, { venue, account }: VenueAccount): UserAccount {
  return { username, venue, account };
}

/**
 * Sends nothing for an account until this process has read its orders and positions once, and learned from
 * them: while the desk was down anything may have filled. Each process reads for itself, so a server that
 * joins or comes back never acts on older data.
 */
export class OpeningGate implements AccountGate {
  readonly #open = new Set<string>();
  readonly #read = new Map<string, Set<AccountPart>>();
  readonly #asked = new Map<string, Promise<void>>();
  #compare: (account: UserAccount) => Promise<void> = () => Promise.resolve();

  constructor(private readonly timers: Timers) {}

  /** How an account is read and compared; the gate is still shut, so this sends nothing. */
  use(compare: (account: UserAccount) => Promise<void>): void {
    this.#compare = compare;
  }

  isOpen(account: UserAccount): boolean {
    return this.#open.has(accountKey(account));
  }

  noteRead(account: UserAccount, part: AccountPart): void {
    const key = accountKey(account);
    if (!this.#open.has(key)) this.#read.set(key, (this.#read.get(key) ?? new Set()).add(part));
  }

  /** Has the account compared, once for all simultaneous calls. Rejects when that failed. */
  ask(account: UserAccount): Promise<void> {
    if (this.isOpen(account)) return Promise.resolve();
    const key = accountKey(account);
    const asked = this.#asked.get(key) ?? this.#try(account).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  /** Whether the account must wait. Then it starts the comparison, so a later turn can go on. */
  holds(account: UserAccount): boolean {
    if (this.isOpen(account)) return false;
    // A caller that waits for the comparison gets the failure.
    this.ask(account).catch(() => undefined);
    return true;
  }

  wasRead(account: UserAccount, part: AccountPart): boolean {
    return this.isOpen(account) || this.#read.get(accountKey(account))?.has(part) === true;
  }

  /** For a person's request: waits briefly. @throws {Refusal} VENUE_UNAVAILABLE; nothing is stored or sent. */
  async ready(account: UserAccount): Promise<void> {
    if (this.isOpen(account)) return;
    const asked = this.ask(account).catch(() => undefined);
    await this.timers.within(PATIENCE_MS, asked, () => undefined);
    if (this.isOpen(account)) return;
    throw new Refusal(
      'VENUE_UNAVAILABLE',
      `The desk has started and has not read the orders and positions of ${account.venue} ${account.account} yet: nothing was sent. Try again in a moment.`,
    );
  }

  async #try(account: UserAccount): Promise<void> {
    const key = accountKey(account);
    try {
      await this.#compare(account);
    } finally {
      // Even when something else failed, e.g. its balances, its positions and orders are known.
      if (this.#read.get(key)?.size === 2) {
        this.#open.add(key);
        this.#read.delete(key);
      }
    }
  }
}
