import { VENUES } from '../../domain/venue.ts';
import { distinctAccounts, eachAccount } from '../steps/each-account.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { accountKey } from '../../ports/turns.ts';
import type { Reconcile } from './reconcile.ts';

/**
 * Looks at each account that settings name, once in the life of this process and again until it answers: what it
 * holds is known soon after it is named, before anything is traded there.
 */
export class SeeAccounts {
  readonly #seen = new Set<string>();

  constructor(
    private readonly deps: BookDeps,
    private readonly reconcile: Reconcile,
  ) {}

  async execute(): Promise<void> {
    const { named, brokers, turns, gate } = this.deps;
    const all = distinctAccounts((await named?.all()) ?? []);
    const accounts = all.filter((account) => !this.#seen.has(accountKey(account)));
    const message = 'Some accounts of real money could not be seen';
    await eachAccount(turns, { lane: 'see', accounts, message }, async (account) => {
      const { username } = account;
      if (!VENUES[account.venue].onChain && !(await brokers.of(username, account))) return;
      await (gate && !gate.isOpen(account)
        ? gate.ask(account)
        : this.reconcile.user(username, account));
      this.#seen.add(accountKey(account));
    });
  }
}
