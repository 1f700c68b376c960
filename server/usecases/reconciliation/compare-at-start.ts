import { LATE_FILL_MS } from '../../domain/order/ended-order.ts';
import type { UserAccount } from '../../ports/turns.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { compareAccount } from './compare-account.ts';
import { eachAccount } from '../steps/each-account.ts';
import type { Reconcile } from './reconcile.ts';
import type { SyncOrders } from '../orders/sync-orders.ts';

/**
 * After a start, reads and compares every account with something under way, unprotected ones first; then the
 * desk sends what is due. A venue that hangs delays only its own accounts.
 */
export class CompareAtStart {
  #accounts: readonly UserAccount[] | null = null;

  constructor(
    private readonly deps: BookDeps,
    private readonly syncOrders: SyncOrders,
    reconcile: Reconcile,
  ) {
    deps.gate?.use((account) => compareAccount(deps, reconcile, account));
  }

  /** Call again until it returns true: every account that can be compared is. @throws {SomeUsersFailed} */
  async execute(): Promise<boolean> {
    const { book, clock, gate, turns, ids } = this.deps;
    if (!gate) return true;
    const since = new Date(clock.now().getTime() - LATE_FILL_MS);
    this.#accounts ??= await book.activeAccounts(since);
    const accounts = this.#accounts.filter((account) => !gate.isOpen(account));
    // The lane belongs to this process: another server reads for itself.
    const lane = (this.#lane ??= `start ${ids.next()}`);
    const message = 'Some accounts could not be compared at the start';
    await eachAccount(turns, { lane, accounts, message }, async (account) => {
      if (!(await this.deps.brokers.of(account.username, account))) return this.#leaveOut(account);
      await gate.ask(account);
      if (gate.isOpen(account)) await this.syncOrders.user(account.username, account);
    });
    return this.#accounts.every((account) => gate.isOpen(account));
  }

  #lane: string | null = null;

  /** Null before the accounts are known. */
  progress(): { readonly compared: number; readonly of: number } | null {
    const { gate } = this.deps;
    if (!this.#accounts || !gate) return null;
    const compared = this.#accounts.filter((account) => gate.isOpen(account)).length;
    return { compared, of: this.#accounts.length };
  }

  /** No token reaches the account: nothing can be read or sent there. */
  #leaveOut(account: UserAccount): void {
    this.#accounts = (this.#accounts ?? []).filter((each) => each !== account);
  }
}
