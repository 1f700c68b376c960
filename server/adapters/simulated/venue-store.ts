import type { VenueState } from '../../domain/matching/venue-state.ts';

export interface VenueWork<T> {
  readonly state: VenueState;
  readonly result: T;
}

/** Keeps the simulated venue's accounts, for any number of servers at once. */
export interface VenueStore {
  /**
   * Changes an account as if nobody else did at the same time. `work` may run more than once and must
   * have no effect of its own; when this resolves, the state it gave is durable. The same state
   * object back stores nothing. An account that nobody has used yet starts as `NEW_VENUE`.
   */
  change<T>(account: string, work: (state: VenueState) => Promise<VenueWork<T>>): Promise<T>;
  /** Those with an order that may still fill. */
  accounts(): Promise<string[]>;
}
