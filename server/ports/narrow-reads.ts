import type { Username } from '../domain/ids.ts';
import type { TradeAggregate } from '../domain/trade/trade.ts';
import type { UserAccount } from './turns.ts';

/** What a user's active trades come to, without the trades. */
export interface OpenFigures {
  /** Orders of active trades of which nobody knows whether they arrived. */
  readonly unknownOrders: number;
  /** Since when the oldest mark of an open trade has been true; null when none is marked. */
  readonly oldestMark: Date | null;
}

/** Reads of a user's book that cost by what they find, not by all that is open. */
export interface NarrowReads {
  /**
   * Open trades that the desk itself may have to hold to (`needsDesk`), and perhaps some that were stored
   * before this was kept. Oldest first.
   */
  unguardedTrades(): Promise<readonly TradeAggregate[]>;
  openFigures(): Promise<OpenFigures>;
}

export type TradesByUser = ReadonlyMap<Username, readonly TradeAggregate[]>;

/** Reads for a job's round over many users. Each user's trades are as `BookReader` has them; none is left out. */
export interface ReadsOfMany {
  /** Accounts with a trade that `unguardedTrades` finds. */
  unguardedAccounts(): Promise<readonly UserAccount[]>;
  unguardedTradesOf(usernames: readonly Username[]): Promise<TradesByUser>;
  tradesAtVenueOf(usernames: readonly Username[], endedSince: Date): Promise<TradesByUser>;
}
