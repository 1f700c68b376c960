import type { VenueStore, VenueWork } from '../../../server/adapters/simulated/venue-store.ts';
import { isOver, NEW_VENUE, type VenueState } from '../../../server/domain/matching/venue-state.ts';

export class MemoryVenueStore implements VenueStore {
  readonly states = new Map<string, VenueState>();

  async change<T>(account: string, work: (state: VenueState) => Promise<VenueWork<T>>): Promise<T> {
    for (;;) {
      const state = this.states.get(account) ?? NEW_VENUE;
      const next = await work(state);
      if ((this.states.get(account) ?? NEW_VENUE) !== state) continue;
      if (next.state !== state) this.states.set(account, next.state);
      return next.result;
    }
  }

  async accounts(): Promise<string[]> {
    return [...this.states]
      .filter(([, state]) => !state.orders.every(isOver))
      .map(([account]) => account);
  }
}
