import type { VenueStore } from './venue-store.ts';

/** The accounts that live in the present: without those whose past is being replayed. */
export class PresentAccounts implements VenueStore {
  constructor(
    private readonly store: VenueStore,
    private readonly isReplaying: (account: string) => boolean,
  ) {}

  async accounts(): Promise<string[]> {
    return (await this.store.accounts()).filter((account) => !this.isReplaying(account));
  }

  change: VenueStore['change'] = (account, work) => this.store.change(account, work);
}
