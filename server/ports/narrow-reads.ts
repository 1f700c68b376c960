import type { StrategyRunStatus } from '../domain/strategy/strategy-run.ts';
import type { CalendarDate, Mint, Username } from '../domain/ids.ts';
import type { TokenMarketName } from '../domain/instrument/instrument.ts';
import type { Account } from '../domain/account/account.ts';
import type { SnapshotCompleteness } from '../domain/book/completeness.ts';
import type { TradeAggregate } from '../domain/trade/trade.ts';
import type { UserAccount } from './turns.ts';

/** What a user's book comes to, without the trades. */
export interface OpenFigures {
  readonly account: Account;
  /** Orders of active trades for which it is not known whether they arrived. */
  readonly unknownOrders: number;
  /** The instant of the oldest mark of an open trade; null when none is marked. */
  readonly oldestMark: Date | null;
  /** Open trades of which `isUnprotected` is true. */
  readonly unprotectedTrades: number;
  /** The same, and those of which `isDesksStop` is true: under HALT_ALL the desk does not act on their stops. */
  readonly unprotectedHalted: number;
  /** The completeness of the date asked for. */
  readonly completeness: SnapshotCompleteness;
}

/** Reads of a user's book that cost by what they find, not by all that is open. */
export interface NarrowReads {
  /** The status of a run of one of the user's strategies; null: there is no such run. */
  runStatus(runId: string): Promise<StrategyRunStatus | null>;
  /** Whether the log has a line for this move of a strategy to another rung. */
  rungMoveIsLogged(move: { readonly id: string; readonly at: Date }): Promise<boolean>;
  /**
   * Trades that the desk itself may have to hold to (`needsDesk`), and perhaps some that were stored
   * before this was kept. Oldest first.
   */
  unguardedTrades(): Promise<readonly TradeAggregate[]>;
  /** Costs one small read while nothing about the user has been written since the last time. */
  openFigures(date: CalendarDate): Promise<OpenFigures>;
}

export type TradesByUser = ReadonlyMap<Username, readonly TradeAggregate[]>;

/** Reads for a job's round over many users. Each user's trades are as `BookReader` has them; none is left out. */
export interface ReadsOfMany {
  /** Accounts with a trade that `unguardedTrades` finds. */
  unguardedAccounts(): Promise<readonly UserAccount[]>;
  unguardedTradesOf(usernames: readonly Username[]): Promise<TradesByUser>;
  /** Tokens of one market that some trade holds or waits for, each once. */
  heldMints(market: TokenMarketName): Promise<readonly Mint[]>;
  tradesAtVenueOf(usernames: readonly Username[], endedSince: Date): Promise<TradesByUser>;
}
