import type { Gauge } from '../../domain/matching/order-wait.ts';
import type { BookedOrder, VenueState } from '../../domain/matching/venue-state.ts';

export interface VenueWork<T> {
  readonly state: VenueState;
  readonly result: T;
}

/**
 * Changes an account. `ended` has the orders of submissions that are over and have changed since the instant
 * that the caller has named; none without one.
 */
export type VenueStep<T> = (
  state: VenueState,
  ended: readonly BookedOrder[],
) => Promise<VenueWork<T>>;

/** A gauge of a symbol, and a number that rises as it goes the way in which orders wait for it. */
export interface GaugeMark {
  readonly symbol: string;
  readonly gauge: Gauge;
  readonly mark: number;
}

/** What orders wait for, all accounts together. */
export interface WaitingOrders {
  /** Of each gauge the mark at which its first order acts. */
  readonly first: readonly GaugeMark[];
  /** When time alone ends the first of them. */
  readonly firstEnd: Date | null;
}

/** Stores the simulated venue's accounts, for any number of servers at once. */
export interface VenueStore {
  /**
   * Changes an account as if nobody else did at the same time. `work` may run more than once and must have no
   * side effects. When this resolves, the new state is durable. Returning the same state object stores
   * nothing. A new account starts as `NEW_VENUE`. A state's orders are those of submissions that still work.
   */
  change<T>(account: string, work: VenueStep<T>, endedSince?: Date): Promise<T>;
  waiting(): Promise<WaitingOrders>;
  /** Accounts with an order that acts at one of these marks, or ends by `now`. */
  due(marks: readonly GaugeMark[], now: Date): Promise<readonly string[]>;
}
