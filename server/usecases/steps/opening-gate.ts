import { Refusal } from '../../domain/refusal.ts';
import type { VenueAccount } from '../../domain/trade/venue-account.ts';
import type { AccountGate, AccountPart } from '../../ports/account-gate.ts';
import { accountKey, type UserAccount } from '../../ports/turns.ts';
import type { Timers } from '../../ports/timers.ts';

/** How long a person waits for an account to be compared. */
const PATIENCE_MS = 3_000;

/** Of a user's broker, without all that it can do. */
export function accountOfBroker(username: string, { venue, account }: VenueAccount): UserAccount {
  return { username, venue, account };
}

/**
 * For each account the desk sends nothing before its orders and positions were read once since this process
 * started, and what they say was learned: while it was down anything may have filled. Each process reads for
 * itself, so that a server that joins or comes back acts on nothing older than itself.
 */
export class OpeningGate implements AccountGate {
  readonly #open = new Set<string>();
  readonly #read = new Map<string, Set<AccountPart>>();
  readonly #asked = new Map<string, Promise<void>>();
  #compare: (account: UserAccount) => Promise<void> = () => Promise.resolve();

  constructor(private readonly timers: Timers) {}

  /** How an account is read and compared; what that would send waits, for the gate is still shut. */
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

  /** Has the account compared, once however many ask at the same time. Rejects where that failed. */
  ask(account: UserAccount): Promise<void> {
    if (this.isOpen(account)) return Promise.resolve();
    const key = accountKey(account);
    const asked = this.#asked.get(key) ?? this.#try(account).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  /** Whether nothing may be decided on it yet; then it is compared, so that a later turn goes on. */
  holds(account: UserAccount): boolean {
    if (this.isOpen(account)) return false;
    // How that goes is told by whoever waits for it.
    this.ask(account).catch(() => undefined);
    return true;
  }

  wasRead(account: UserAccount, part: AccountPart): boolean {
    return this.isOpen(account) || this.#read.get(accountKey(account))?.has(part) === true;
  }

  /** For what a person asks: waits shortly. @throws {Refusal} VENUE_UNAVAILABLE; nothing is stored or sent. */
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
      // Whatever else failed, e.g. its balances: what it holds and what works there is known.
      if (this.#read.get(key)?.size === 2) {
        this.#open.add(key);
        this.#read.delete(key);
      }
    }
  }
}
