import type { TradeId } from '../domain/ids.ts';
import type { KnownCause } from '../domain/risk/trip.ts';
import type { KillSwitchLevel } from '../domain/account/account.ts';
import type { AccountReport } from '../domain/account/account-report.ts';
import type { Alert } from '../domain/account/alert.ts';
import type { Deposited, EquityPoint } from '../domain/book/cash-move.ts';
import type { SnapshotCompleteness } from '../domain/book/completeness.ts';
import type { CheckedLog } from '../domain/book/log-proof.ts';
import type { MarketSession } from '../domain/calendar/market-calendar.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { Acceptance } from '../domain/reconciliation/accept-differences.ts';
import type { InvariantCheck } from '../domain/reconciliation/invariant.ts';
import type { LimitUse } from '../domain/risk/limit-use.ts';
import type { DailyPnl } from '../domain/statistics/daily-pnl.ts';
import type { FillError } from '../domain/statistics/fill-errors.ts';
import type { FillQuality } from '../domain/statistics/fill-quality.ts';
import type { StatsDimension } from '../domain/statistics/segment-keys.ts';
import type { TradeStats } from '../domain/statistics/trade-stats.ts';
import type { Trade } from '../domain/trade/trade.ts';
import type { WalletReport } from '../domain/wallet/holding-report.ts';
import type { TradeFilter } from './book-page.ts';
import type { ReadNews } from './book-news.ts';
import type { BookReader } from './book.ts';
import type { Previews, TradeCare } from './trade-doors.ts';
import type { Actor, TradingSystem } from './trading-system.ts';

export interface SystemStatus {
  readonly mode: TradingMode;
  readonly venue: string;
  readonly simulated: boolean;
  readonly marketSession: MarketSession;
  readonly nextSessionChange: Date | null;
  /** Where the session comes from, for people to read. */
  readonly sessionSource: string;
  /** Our own table stands in for a venue that could not be asked, or is not believed. */
  readonly sessionUnconfirmed: boolean;
  readonly clock: Date;
  readonly testClock: boolean;
  /** Age of the oldest mark of an open trade; null when nothing is open or nothing is marked. */
  readonly dataAgeSeconds: number | null;
  readonly armed: boolean;
  readonly armedUntil: Date | null;
  readonly armPhrase: string | null;
  /** The higher of the two below. */
  readonly killSwitch: KillSwitchLevel;
  readonly ownKillSwitch: KillSwitchLevel;
  /** The halt for all users, set by file. */
  readonly deskHalt: KillSwitchLevel;
  /** Causes that trip the caller’s switch: those that last, and those that are over whose switch is still up. */
  readonly switchCauses: readonly KnownCause[];
  readonly unknownOrders: number;
  readonly unprotectedTrades: number;
  readonly snapshotCompleteness: SnapshotCompleteness;
  readonly version: string;
}

export interface AcceptInput extends Acceptance {
  readonly idempotencyKey: string;
}

/** A trade as it was after the event of this sequence; its orders then are `BookReader.ordersAsOf`. */
export interface TradeAsOf {
  readonly trade: Trade;
  readonly sequence: number;
}

/** The caller's account in one book: its money, its limits, its switch, and how it compares with the venue. */
export interface AccountDoor {
  /** A negative amount is a withdrawal. */
  deposit(actor: Actor, amount: Decimal): Promise<void>;
  /** Deposits and, negative, withdrawals; oldest first. */
  deposits(actor: Actor): Promise<readonly Deposited[]>;
  status(actor: Actor): Promise<SystemStatus>;
  /** @throws {Refusal} with `raiseOnly`, FORBIDDEN when the switch is already higher. */
  setKillSwitch(actor: Actor, level: KillSwitchLevel, raiseOnly?: boolean): Promise<void>;
  /**
   * Lets the caller enter trades with real money for eight hours at most.
   * @throws {Refusal} REAL_MODE_DISABLED while nothing can be armed; BAD_USER_INPUT for a wrong phrase or an account
   * that is not theirs; VENUE_UNAVAILABLE.
   */
  arm(actor: Actor, phrase: string): Promise<void>;
  /** Does nothing when the caller is not armed. */
  disarm(actor: Actor): Promise<void>;
  /** The higher of the caller's kill switch and the halt for all users. */
  halt(actor: Actor): Promise<KillSwitchLevel>;
  limitUse(actor: Actor): Promise<readonly LimitUse[]>;
  acknowledgeAlert(actor: Actor, id: string): Promise<Alert>;
  /** The accounts of real money that the caller names or ever had; empty in PAPER. */
  accountReports(actor: Actor): Promise<readonly AccountReport[]>;
  /** What the caller’s wallet held when it was last read; null in PAPER. */
  holdings(actor: Actor): Promise<WalletReport | null>;
  /** The last comparison of book and accounts; UNKNOWN when there was none since the start. */
  invariants(actor: Actor): Promise<readonly InvariantCheck[]>;
  /** Returns all checks of the book after the acceptance. */
  acceptDifferences(actor: Actor, input: AcceptInput): Promise<readonly InvariantCheck[]>;
}

/** What one book says of its past. */
export interface Reports {
  tradeAsOf(actor: Actor, id: TradeId, at: Date): Promise<TradeAsOf | null>;
  /** Null `from`: since the book began. Null `to`: until now. */
  equityCurve(actor: Actor, from: Date | null, to: Date | null): Promise<readonly EquityPoint[]>;
  stats(actor: Actor, filter: TradeFilter, groupBy: readonly StatsDimension[]): Promise<TradeStats>;
  /** Covers closed trades only. */
  fillQuality(actor: Actor, filter: TradeFilter): Promise<FillQuality>;
  /** Each fill model against the fills of venues that are not ours; closed trades only. */
  fillErrors(actor: Actor, filter: TradeFilter): Promise<readonly FillError[]>;
  /** Oldest first. */
  dailyPnl(actor: Actor, filter: TradeFilter): Promise<readonly DailyPnl[]>;
  proveLog(actor: Actor): Promise<CheckedLog>;
}

/**
 * All that the API asks of one book: trading, which strategies share, and narrower doors for what only people
 * do. Every method throws `Refusal` with the contract's code when it refuses.
 */
export interface DeskOfBook<M extends TradingMode = TradingMode> {
  readonly mode: M;
  readonly trading: TradingSystem<M>;
  readonly previews: Previews;
  readonly care: TradeCare;
  readonly account: AccountDoor;
  readonly reports: Reports;
  read(actor: Actor): BookReader;
  /** News for the live streams, which split it by user. */
  readonly news: ReadNews;
  /** Reads at one instant: see `Book.view`. */
  view<T>(actor: Actor, work: (reader: BookReader) => Promise<T>): Promise<T>;
}
