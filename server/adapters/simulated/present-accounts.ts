import type { VenueStore } from './venue-store.ts';

/** The accounts that live in the present: without those whose past is being replayed. */
export class PresentAccounts implements VenueStore {
  constructor(
    private readonly store: VenueStore,
    private readonly replaying: () => Promise<ReadonlySet<string>>,
  ) {}

  async accounts(): Promise<string[]> {
    const accounts = await this.store.accounts();
    if (accounts.length === 0) return accounts;
    const replaying = await this.replaying();
    return accounts.filter((account) => !replaying.has(account));
  }

  change: VenueStore['change'] = (account, work) => this.store.change(account, work);
}
