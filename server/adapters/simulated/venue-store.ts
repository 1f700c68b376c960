import type { Gauge } from '../../domain/matching/order-wait.ts';
import type { BookedOrder, VenueState } from '../../domain/matching/venue-state.ts';

export interface VenueWork<T> {
  readonly state: VenueState;
  readonly result: T;
}

/**
 * Changes an account. `ended`: orders of ended submissions that have changed since the caller's `endedSince`;
 * empty without it.
 */
export type VenueStep<T> = (
  state: VenueState,
  ended: readonly BookedOrder[],
) => Promise<VenueWork<T>>;

/** A gauge of a symbol, with a number that rises as the gauge moves the way its orders wait for. */
export interface GaugeMark {
  readonly symbol: string;
  readonly gauge: Gauge;
  readonly mark: number;
}

/** What the orders of all accounts wait for. */
export interface WaitingOrders {
  /** For each gauge, the mark at which its first order acts. */
  readonly first: readonly GaugeMark[];
  /** When the first order ends by time alone. */
  readonly firstEnd: Date | null;
}

/** Stores the simulated venue's accounts, for any number of servers at once. */
export interface VenueStore {
  /**
   * Changes an account as if no other change ran at the same time. `work` may run more than once and must have no
   * side effects. When this resolves, the new state is durable. Returning the same state object stores
   * nothing. A new account starts as `NEW_VENUE`. A state's orders are those of submissions that still work.
   */
  change<T>(account: string, work: VenueStep<T>, endedSince?: Date): Promise<T>;
  waiting(): Promise<WaitingOrders>;
  /** Accounts with an order that acts at one of these marks, or ends by `now`. */
  due(marks: readonly GaugeMark[], now: Date): Promise<readonly string[]>;
}
