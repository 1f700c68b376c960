import { LATE_FILL_MS } from '../domain/trade/late-fill.ts';
import type { UserAccount } from '../ports/turns.ts';
import type { BookDeps } from './book-deps.ts';
import { eachAccount } from './each-account.ts';
import type { SyncOrders } from './sync-orders.ts';

/**
 * After a start: every account with something under way is read and compared, those without protection first,
 * and what the desk has to send follows. A venue that hangs keeps its own accounts waiting.
 */
export class CompareAtStart {
  #accounts: readonly UserAccount[] | null = null;

  constructor(
    private readonly deps: BookDeps,
    private readonly syncOrders: SyncOrders,
  ) {}

  /** To be called again until it answers true: all that can be compared are. @throws {SomeUsersFailed} */
  async execute(): Promise<boolean> {
    const { book, clock, gate, turns, ids } = this.deps;
    if (!gate) return true;
    const since = new Date(clock.now().getTime() - LATE_FILL_MS);
    this.#accounts ??= await this.#reachable(await book.activeAccounts(since));
    const accounts = this.#accounts.filter((account) => !gate.isOpen(account));
    // A lane of this process: another server reads for itself.
    const lane = (this.#lane ??= `start ${ids.next()}`);
    const message = 'Some accounts could not be compared at the start';
    await eachAccount(turns, { lane, accounts, message }, async (account) => {
      await gate.ask(account);
      if (gate.isOpen(account)) await this.syncOrders.user(account.username, account);
    });
    return accounts.every((account) => gate.isOpen(account));
  }

  #lane: string | null = null;

  /** Null before the accounts are known. */
  progress(): { readonly compared: number; readonly of: number } | null {
    const { gate } = this.deps;
    if (!this.#accounts || !gate) return null;
    const compared = this.#accounts.filter((account) => gate.isOpen(account)).length;
    return { compared, of: this.#accounts.length };
  }

  /** Without those for which no token is stored: nothing can be asked of them, and nothing sent. */
  async #reachable(accounts: readonly UserAccount[]): Promise<readonly UserAccount[]> {
    const found: UserAccount[] = [];
    for (const account of accounts) {
      const broker = await this.deps.brokers.of(account.username, account).catch(() => null);
      if (broker) found.push(account);
    }
    return found;
  }
}
