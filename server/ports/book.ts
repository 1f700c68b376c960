import type { CalendarDate, Tag, TradeId, Username } from '../domain/ids.ts';
import type { Account, KillSwitchLevel, Position } from '../domain/account/account.ts';
import type { AccountFunds, DepositOrigin } from '../domain/account/account-funds.ts';
import type { Alert, AlertKind, NewAlert, StandingAlert } from '../domain/account/alert.ts';
import type { AuditEntry } from '../domain/book/audit-entry.ts';
import type { CashMove } from '../domain/book/cash-move.ts';
import type { RealisedPart } from '../domain/statistics/realised-part.ts';
import type { TradeResult } from '../domain/risk/loss-streak.ts';
import type { SnapshotCompleteness } from '../domain/book/completeness.ts';
import type { InvariantCheck, TradeSums } from '../domain/reconciliation/invariant.ts';
import type { LogProof } from '../domain/book/log-proof.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { VenueName } from '../domain/venue.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { Snapshot, SnapshotKind } from '../domain/market/mark.ts';
import type { Order } from '../domain/order/order.ts';
import type { FillSeen } from '../domain/statistics/fill-seen.ts';
import type { TaggedOrder } from '../domain/reports/late-order.ts';
import type { BookEvent, NewTradeEvent, TradeEvent } from '../domain/trade/trade-event.ts';
import type { TradePhase } from '../domain/trade/trade-status.ts';
import type { Held, Markable, Trade, TradeAggregate } from '../domain/trade/trade.ts';
import type { ReadNews } from './book-news.ts';
import type { DecisionMade } from './decision-made.ts';
import type { Arming } from './real-money.ts';
import type { FiguresReader } from './figures.ts';
import type { ForecastWrites } from './forecasts.ts';
import type { NarrowReads, ReadsOfMany } from './narrow-reads.ts';
import type { LogCheckReads } from './log-checks.ts';
import type { TripReads, TripReadsOfMany, TripWrites } from './trip-evidence.ts';
import type { UserAccount } from './turns.ts';
import type { MandateReads, MandateWrites } from './mandates.ts';
import type { WalletWrites } from './wallets.ts';
import type { IdempotencyRecord, TradeFill, TradeVersion } from './book-records.ts';
import type { Page, PageRequest, TradeFilter, TradeOrder } from './book-page.ts';
import type {
  BestWrite,
  BookendRecord,
  BookendWrite,
  CompletenessEntry,
  MarkWrite,
  TickPassed,
  WatchedJob,
} from './mark-writes.ts';

/**
 * What one user may read of one book. It never returns another user's data. Each answer is consistent in
 * itself; use `view` for several reads of the same instant.
 */
export interface BookReader extends NarrowReads, TripReads, MandateReads {
  account(): Promise<Account>;
  /**
   * A trade with what a decision needs: the orders that count (`ordersThatCount`), each with its last fill.
   * All aggregates of this interface are loaded so. `tags` adds the orders of these submissions, however old.
   */
  trade(id: TradeId, tags?: readonly Tag[]): Promise<TradeAggregate | null>;
  /** All orders of these trades, by trade, oldest first, each with all its fills. For display. */
  allOrdersOf(tradeIds: readonly TradeId[]): Promise<ReadonlyMap<TradeId, readonly Order[]>>;
  /**
   * All orders of each trade as they stood at the given version, in the order asked. When the trade is still
   * at that version, these are the current orders.
   */
  ordersAt(trades: readonly TradeVersion[]): Promise<readonly (readonly Order[])[]>;
  /** Fills of all trades at or after an instant, oldest first. */
  fillsSince(from: Date): Promise<readonly TradeFill[]>;
  /** The user's trades with these ids, in no particular order. Unknown ids are left out. */
  tradesById(ids: readonly TradeId[]): Promise<readonly TradeAggregate[]>;
  /** Trades in the PENDING or OPEN phase, including NEEDS_REVIEW in those phases; oldest first. */
  activeTrades(): Promise<readonly TradeAggregate[]>;
  /**
   * Active trades, ended trades with an order that may still fill at the venue, and trades with an order that
   * ended at the venue at or after `endedSince`.
   */
  tradesAtVenue(endedSince?: Date): Promise<readonly TradeAggregate[]>;
  /** Orders of any age that carry one of these tags, without their fills. */
  ordersTagged(tags: readonly Tag[]): Promise<readonly TaggedOrder[]>;
  /** Settled trades whose shares the venue does not show yet; oldest first. */
  awaitingDelivery(): Promise<readonly TradeAggregate[]>;
  /** Sorted by the time of placing unless `order` says CLOSED; CLOSED returns only closed trades. */
  trades(
    phase: TradePhase | null,
    filter: TradeFilter,
    page: PageRequest,
    order?: TradeOrder,
  ): Promise<Page<Trade>>;
  /** Every closed trade with at least one fill, by time of closing, oldest first. */
  closedTrades(filter: TradeFilter): Promise<readonly Trade[]>;
  /** What all trades realised on one exchange date. Reads only that day's rows. */
  realisedOn(date: CalendarDate): Promise<readonly RealisedPart[]>;
  /** The newest closed trades with a fill, at most `most`, the last to close first. */
  lastResults(most: number): Promise<readonly TradeResult[]>;
  /** Every fill of a trade, with the market around it; oldest first. */
  fillsSeenOf(tradeId: TradeId): Promise<readonly FillSeen[]>;
  /** The number of entries placed since an instant, without refused ones, shares from an exercise and adopted holdings. */
  placedSince(since: Date): Promise<number>;
  positions(): Promise<readonly Position[]>;
  /** The exit-side price of each trade's last snapshot before an instant. A trade without a snapshot is absent. */
  pricesBefore(tradeIds: readonly TradeId[], at: Date): Promise<ReadonlyMap<TradeId, Decimal>>;
  /** The stop on each trade's ticket, before any move. A trade without a stop is absent. */
  firstStops(tradeIds: readonly TradeId[]): Promise<ReadonlyMap<TradeId, Decimal>>;
  snapshots(
    tradeId: TradeId,
    kind: SnapshotKind | null,
    page: PageRequest,
  ): Promise<Page<Snapshot>>;
  eventsOf(tradeId: TradeId, page: PageRequest): Promise<Page<TradeEvent>>;
  /** Trade events with a sequence greater than this one, oldest first, at most `limit`. */
  eventsAfter(sequence: number, limit: number): Promise<readonly TradeEvent[]>;
  /** The trade's last event at or before an instant; null when it has none yet. */
  eventAt(tradeId: TradeId, at: Date): Promise<TradeEvent | null>;
  /**
   * All orders of a trade, with all fills, as they stood after each of these events, keyed by sequence. They
   * are rebuilt from the log in one read, however many are asked for.
   */
  ordersAsOf(
    tradeId: TradeId,
    sequences: readonly number[],
  ): Promise<ReadonlyMap<number, readonly Order[]>>;
  /** The hash of the log line with this sequence; 0 is before the first. Null: there is no such line. */
  hashAt(sequence: number): Promise<string | null>;
  /** The trade's last event of this type. */
  lastEvent(tradeId: TradeId, type: TradeEvent['type']): Promise<TradeEvent | null>;
  /** The trade's last snapshot at or before an instant. */
  snapshotAt(tradeId: TradeId, at: Date): Promise<Snapshot | null>;
  /** Every deposit, and every trade's state after an event that moved its cash, in log order. */
  cashMoves(): Promise<readonly CashMove[]>;
  /** The whole log: events of trades and those that concern no trade. */
  log(page: PageRequest): Promise<Page<AuditEntry>>;
  alerts(unreadOnly: boolean, page: PageRequest): Promise<Page<Alert>>;
  /** The user's alerts of these kinds whose cause persists, read or not. */
  standing(kinds: AlertKind | readonly AlertKind[]): Promise<readonly StandingAlert[]>;
  /** The user's alerts with these ids, oldest first. */
  alertsById(ids: readonly string[]): Promise<readonly Alert[]>;
  idempotencyRecord(key: string): Promise<IdempotencyRecord | null>;
  /** Also an arming that has run out. In a change it stays as read until the commit: disarming waits for that. */
  arming(): Promise<Arming | null>;
  completeness(date: CalendarDate): Promise<SnapshotCompleteness>;
  /** The last result of each check, by account; empty before the first reconciliation. */
  invariantChecks(): Promise<readonly InvariantCheck[]>;
  /** Accounts of real money as the venue last reported them, and what is booked as paid in; by account. */
  accountFunds(): Promise<readonly AccountFunds[]>;
  /** Exact sums over all trades with a fill, by account. */
  tradeSums(): Promise<readonly TradeSums[]>;
}

/**
 * One transaction on one user's book. It locks the user's account row at the start: what it reads stays true
 * until the commit, and event numbers follow the order of commits.
 */
export interface BookChange extends BookReader, TripWrites, WalletWrites, MandateWrites {
  readonly forecasts: ForecastWrites;
  /**
   * Stores a trade with its orders and fills. Moves cash, realised P&L, fees and the position by the difference to
   * the stored state, and appends events with consecutive versions, and what `made` them.
   * @throws {StaleTrade} the stored trade is not at `before.trade.version`. @throws {SwapUnderWay}
   */
  save(
    before: TradeAggregate | null,
    after: TradeAggregate,
    events: readonly NewTradeEvent[],
    made: DecisionMade,
  ): Promise<void>;
  /** Appends a log line that changes no trade, such as a refusal. */
  append(event: BookEvent): Promise<void>;
  /** Raises an alert by the rules of `NewAlert`; null when it repeats a standing alert. */
  raise(alert: NewAlert, at: Date): Promise<Alert | null>;
  acknowledge(alertId: string, at: Date): Promise<Alert | null>;
  /** Resolves the alerts of these kinds about this trade or subject: their cause is gone. */
  resolve(kinds: AlertKind | readonly AlertKind[], about: string | null, at: Date): Promise<void>;
  remember(record: IdempotencyRecord, at: Date): Promise<void>;
  /** Replaces any other arming of the user. */
  arm(arming: Arming): Promise<void>;
  disarm(): Promise<void>;
  /** Replaces the stored result for the same account and invariant. */
  keepInvariants(checks: readonly InvariantCheck[]): Promise<void>;
  /** Replaces what is stored of the same account. */
  keepFunds(funds: AccountFunds): Promise<void>;
  /** A negative amount is a withdrawal. `origin`: where real money came from or went. */
  deposit(amount: Decimal, at: Date, actor: string, origin?: DepositOrigin): Promise<void>;
  /** `why`: what tripped it, in sentences, for the log. */
  setKillSwitch(level: KillSwitchLevel, at: Date, actor: string, why?: string): Promise<void>;
}

export class StaleTrade extends Error {
  override readonly name = 'StaleTrade';
}

/** The book of one mode. It has a database of its own, which knows its mode and refuses the other mode. */
export interface Book<M extends TradingMode = TradingMode>
  extends ReadsOfMany, TripReadsOfMany, LogCheckReads {
  readonly mode: M;
  /** Opens the user's account with a first deposit; does nothing when it is already open. */
  openAccount(username: Username, deposit: Decimal, at: Date): Promise<void>;
  read(username: Username): BookReader;
  /**
   * Reads at one instant: all that `work` reads is of the same instant, whatever is written meanwhile. `work`
   * must read only through the reader it is given and wait for nothing else.
   */
  view<T>(username: Username, work: (reader: BookReader) => Promise<T>): Promise<T>;
  readonly news: ReadNews;
  figures(username: Username): FiguresReader;
  /** Reads the user's whole log and recomputes its hashes. */
  proveLog(username: Username): Promise<LogProof>;
  change<T>(username: Username, work: (book: BookChange) => Promise<T>): Promise<T>;
  /** Users with a PENDING or OPEN trade, an order that may still fill, or one that ended since `endedSince`. */
  activeUsers(endedSince?: Date): Promise<readonly string[]>;
  /** The same by account. Accounts with an open trade that the venue does not protect come first. */
  activeAccounts(endedSince?: Date): Promise<readonly UserAccount[]>;
  /**
   * Accounts to reconcile: the active ones, and every account at a real venue that ever had a trade. A
   * simulated account is changed by this desk alone, so its last result holds until a trade moves.
   */
  tradedAccounts(endedSince: Date): Promise<readonly UserAccount[]>;
  /** Users with a PENDING or OPEN trade at this venue. */
  usersAt(venue: VenueName): Promise<readonly string[]>;
  /** Every user with an account in this book. */
  accountNames(): Promise<readonly string[]>;
  /** Every user's alerts of these kinds whose cause persists, read or not. */
  standing(kinds: AlertKind | readonly AlertKind[]): Promise<readonly StandingAlert[]>;
  /** Accounts with a settled trade whose shares the venue does not show yet. */
  accountsAwaitingDelivery(): Promise<readonly UserAccount[]>;
  /** PENDING and OPEN trades of every user, at one venue or at all, for the snapshot tick. */
  markableTrades(venue?: VenueName): Promise<readonly Markable[]>;
  /** OPEN options of every user that expire on this date or before it. */
  openUntil(date: CalendarDate): Promise<readonly Trade[]>;
  /**
   * Takes two statements for some hundred marks, which are stored together or not at all. A trade closed
   * meanwhile keeps its last mark. A trade that holds nothing yet gets its mark but no snapshot. Takes each
   * mark when its turn comes, so that many need not be made at once.
   */
  writeMarks(marks: Iterable<MarkWrite>): Promise<void>;
  /** Keeps the better of the stored and the new best price, for open trades with a trailing stop. */
  noteBests(bests: readonly BestWrite[]): Promise<void>;
  recordCompleteness(entries: readonly CompletenessEntry[]): Promise<void>;
  /** When any server last ran this job; null when none has. */
  lastTick(job: WatchedJob): Promise<Date | null>;
  /**
   * Stores the new last tick and what was missed, in one transaction. Does nothing when another server was
   * first.
   */
  passTick(job: WatchedJob, tick: TickPassed): Promise<void>;
  /** Every user's trades that are held now or were held at any time since an instant. */
  heldSince(since: Date): Promise<readonly Held[]>;
  bookends(dates: readonly CalendarDate[]): Promise<readonly BookendRecord[]>;
  /**
   * Stores each with its snapshot, all or none. The first one stored for a trade, kind and date stays, whichever
   * server sends another. A trade closed meanwhile gets no snapshot. The trade's own mark does not change.
   */
  writeBookends(bookends: readonly BookendWrite[]): Promise<void>;
}
