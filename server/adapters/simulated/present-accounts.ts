import type { VenueStore } from './venue-store.ts';

/** The accounts that live in the present: without those whose past is being replayed. */
export class PresentAccounts implements VenueStore {
  readonly change: VenueStore['change'];
  readonly waiting: VenueStore['waiting'];

  constructor(
    private readonly store: VenueStore,
    private readonly replaying: () => Promise<ReadonlySet<string>>,
  ) {
    this.change = (account, work, since) => store.change(account, work, since);
    this.waiting = () => store.waiting();
  }

  due: VenueStore['due'] = async (marks, now) => {
    const accounts = await this.store.due(marks, now);
    if (accounts.length === 0) return accounts;
    const replaying = await this.replaying();
    return accounts.filter((account) => !replaying.has(account));
  };
}
