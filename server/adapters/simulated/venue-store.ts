import type { VenueState } from '../../domain/matching/venue-state.ts';

export interface VenueWork<T> {
  readonly state: VenueState;
  readonly result: T;
}

/** Stores the simulated venue's accounts, for any number of servers at once. */
export interface VenueStore {
  /**
   * Changes an account as if nobody else did at the same time. `work` may run more than once and must have no
   * side effects. When this resolves, the new state is durable. Returning the same state object stores
   * nothing. A new account starts as `NEW_VENUE`.
   */
  change<T>(account: string, work: (state: VenueState) => Promise<VenueWork<T>>): Promise<T>;
  /** Accounts with an order that may still fill. */
  accounts(): Promise<string[]>;
}
