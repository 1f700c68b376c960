import type { Account, KillSwitchLevel, Position } from '../domain/account/account.ts';
import type { Alert, AlertKind, NewAlert, StandingAlert } from '../domain/account/alert.ts';
import type { AuditEntry } from '../domain/book/audit-entry.ts';
import type { CashMove } from '../domain/book/cash-move.ts';
import type { CurveSpan, PriceTick } from '../domain/book/equity-curve.ts';
import type { RealisedPart } from '../domain/statistics/realised-part.ts';
import type { SnapshotCompleteness } from '../domain/book/completeness.ts';
import type { InvariantCheck, TradeSums } from '../domain/reconciliation/invariant.ts';
import type { LogProof } from '../domain/book/log-proof.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { VenueName } from '../domain/venue.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { Snapshot, SnapshotKind } from '../domain/market/mark.ts';
import type { Fill, Order, OrderRole } from '../domain/order/order.ts';
import type { FillSeen } from '../domain/statistics/fill-quality.ts';
import type { TaggedOrder } from '../domain/reports/late-order.ts';
import type { BookEvent, NewTradeEvent, TradeEvent } from '../domain/trade/trade-event.ts';
import type { TradePhase } from '../domain/trade/trade-status.ts';
import type { Trade, TradeAggregate } from '../domain/trade/trade.ts';
import type { UserAccount } from './turns.ts';
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

export interface IdempotencyRecord {
  readonly key: string;
  /** Name of the mutation and digest of its input, without the confirmation token. */
  readonly operation: string;
  readonly inputDigest: string;
  /** Empty where it concerned no trade. */
  readonly tradeId: string;
}

/** A fill with the trade and the part of its order in it. */
export interface TradeFill extends Fill {
  readonly tradeId: string;
  readonly role: OrderRole;
}

/** A trade as somebody has seen it. */
export interface TradeVersion {
  readonly id: string;
  readonly version: number;
}

/**
 * What one user may read of one book. Nothing of another user's can be reached from here. Each answer is of
 * one moment; what mixes two of them asks for a `view`.
 */
export interface BookReader {
  account(): Promise<Account>;
  /**
   * A trade to be decided on, as are all aggregates here: with the orders that count (`ordersThatCount`), each
   * with its last fill. `tags`: orders of these submissions come along, however old.
   */
  trade(id: string, tags?: readonly string[]): Promise<TradeAggregate | null>;
  /** Every order that these trades ever had, with all fills, oldest first, by trade; to be shown. */
  allOrdersOf(tradeIds: readonly string[]): Promise<ReadonlyMap<string, readonly Order[]>>;
  /** The same as they stood with a version of each trade, in the order asked: of now where it has not moved on since. */
  ordersAt(trades: readonly TradeVersion[]): Promise<readonly (readonly Order[])[]>;
  /** Fills of all trades from an instant on, oldest first. */
  fillsSince(from: Date): Promise<readonly TradeFill[]>;
  /** Trades of these ids that exist and are the user's, in no promised order. */
  tradesById(ids: readonly string[]): Promise<readonly TradeAggregate[]>;
  /** PENDING and OPEN phase, NEEDS_REVIEW of those phases included; oldest first. */
  activeTrades(): Promise<readonly TradeAggregate[]>;
  /**
   * The active ones, those that ended with an order that may still fill at the venue, and those of which
   * an order ended there since.
   */
  tradesAtVenue(endedSince?: Date): Promise<readonly TradeAggregate[]>;
  /** Orders of every age that carry one of these tags, without their fills. */
  ordersTagged(tags: readonly string[]): Promise<readonly TaggedOrder[]>;
  /** Settled, with shares on their way that the venue has not shown yet; oldest first. */
  awaitingDelivery(): Promise<readonly TradeAggregate[]>;
  /** By time of placing unless told otherwise; by time of closing: those that were closed. */
  trades(
    phase: TradePhase | null,
    filter: TradeFilter,
    page: PageRequest,
    order?: TradeOrder,
  ): Promise<Page<Trade>>;
  /** Every closed trade that had a fill, by time of closing, oldest first. */
  closedTrades(filter: TradeFilter): Promise<readonly Trade[]>;
  /** What each trade, closed or not, realised on each day; in order of time. */
  realisedParts(filter: TradeFilter): Promise<readonly RealisedPart[]>;
  /** The same of one date of the exchange, of all trades: no more is read than that day brought. */
  realisedOn(date: string): Promise<readonly RealisedPart[]>;
  /** Every fill of closed trades, with the markets around it; oldest first. */
  fillsSeen(filter: TradeFilter): Promise<readonly FillSeen[]>;
  /** The same of one trade, closed or not. */
  fillsSeenOf(tradeId: string): Promise<readonly FillSeen[]>;
  /** How many entries were placed since an instant: none that was refused, no shares of an exercise. */
  placedSince(since: Date): Promise<number>;
  positions(): Promise<readonly Position[]>;
  /** The exit-side price of each trade's last snapshot before an instant; absent where it has none. */
  pricesBefore(tradeIds: readonly string[], at: Date): Promise<ReadonlyMap<string, Decimal>>;
  /** The stop that each trade's ticket asked for, whatever it was moved to; absent where it had none. */
  firstStops(tradeIds: readonly string[]): Promise<ReadonlyMap<string, Decimal>>;
  snapshots(tradeId: string, kind: SnapshotKind | null, page: PageRequest): Promise<Page<Snapshot>>;
  eventsOf(tradeId: string, page: PageRequest): Promise<Page<TradeEvent>>;
  /** Trade events with a greater sequence, oldest first, at most `limit`. */
  eventsAfter(sequence: number, limit: number): Promise<readonly TradeEvent[]>;
  /** The trade's last event at or before an instant; null where it had none yet. */
  eventAt(tradeId: string, at: Date): Promise<TradeEvent | null>;
  /**
   * All orders of a trade, with all fills, as they stood after these of its events, by sequence: folded out of
   * the log, in one reading however many are asked for.
   */
  ordersAsOf(
    tradeId: string,
    sequences: readonly number[],
  ): Promise<ReadonlyMap<number, readonly Order[]>>;
  /** Of the log's line with a sequence, 0 being before the first; null where there is none. */
  hashAt(sequence: number): Promise<string | null>;
  /** The trade's last event of a kind. */
  lastEvent(tradeId: string, type: TradeEvent['type']): Promise<TradeEvent | null>;
  /** The trade's last snapshot at or before an instant. */
  snapshotAt(tradeId: string, at: Date): Promise<Snapshot | null>;
  /** Every deposit, and every trade as it stood after what moved its cash, in the log's order. */
  cashMoves(): Promise<readonly CashMove[]>;
  /** Prices of the snapshots of a span, oldest first; of a long one, the last of each stretch. */
  priceTicks(span: CurveSpan): Promise<readonly PriceTick[]>;
  /** The whole log: events of trades, and what concerns none. */
  log(page: PageRequest): Promise<Page<AuditEntry>>;
  alerts(unreadOnly: boolean, page: PageRequest): Promise<Page<Alert>>;
  /** The user's alerts of a kind whose cause is not gone, read or not. */
  standing(kind: AlertKind): Promise<readonly StandingAlert[]>;
  /** Those of these ids that are the user's, oldest first. */
  alertsById(ids: readonly string[]): Promise<readonly Alert[]>;
  idempotencyRecord(key: string): Promise<IdempotencyRecord | null>;
  completeness(date: string): Promise<SnapshotCompleteness>;
  /** As each was last found, by account; none before the first reconciliation. */
  invariantChecks(): Promise<readonly InvariantCheck[]>;
  /** Exact sums of all trades that had a fill, by account. */
  tradeSums(): Promise<readonly TradeSums[]>;
}

/**
 * One transaction on one user's book. The user's account row is locked from the start, so that what is
 * read here stands until the commit, and the order of event numbers is the order of commits.
 */
export interface BookChange extends BookReader {
  /**
   * Stores a trade with its orders and fills, moves cash, realised P&L, fees and the position by the
   * difference to what was stored, and appends the events, whose trades carry consecutive versions.
   * @throws {StaleTrade} where what is stored is not at `before.trade.version`.
   */
  save(
    before: TradeAggregate | null,
    after: TradeAggregate,
    events: readonly NewTradeEvent[],
  ): Promise<void>;
  /** Appends a line to the log that concerns no single trade's state, e.g. a refusal. */
  append(event: BookEvent): Promise<void>;
  /** See `NewAlert`; null where it is no news beside what was told. */
  raise(alert: NewAlert, at: Date): Promise<Alert | null>;
  acknowledge(alertId: string, at: Date): Promise<Alert | null>;
  /** Ends the alert of a kind of a trade, or of another subject, whose cause is gone. */
  resolve(kind: NewAlert['kind'], about: string | null, at: Date): Promise<void>;
  remember(record: IdempotencyRecord, at: Date): Promise<void>;
  /** Takes the place of what was kept for the same account and invariant. */
  keepInvariants(checks: readonly InvariantCheck[]): Promise<void>;
  /** A negative amount is a withdrawal. */
  deposit(amount: Decimal, at: Date, actor: string): Promise<void>;
  setKillSwitch(level: KillSwitchLevel, at: Date, actor: string): Promise<void>;
}

export class StaleTrade extends Error {
  override readonly name = 'StaleTrade';
}

/** One mode's book: a database of its own, which knows which book it is and refuses the other. */
export interface Book {
  readonly mode: TradingMode;
  /** Opens the user's account with a first deposit; does nothing where it is open. */
  openAccount(username: string, deposit: Decimal, at: Date): Promise<void>;
  read(username: string): BookReader;
  /**
   * Reads at one moment: whatever is written meanwhile, all that `work` reads is of the same instant. It must
   * read through what it is given alone, and wait for nothing else.
   */
  view<T>(username: string, work: (reader: BookReader) => Promise<T>): Promise<T>;
  /** Reads the user's whole log and computes its hashes anew. */
  proveLog(username: string): Promise<LogProof>;
  change<T>(username: string, work: (book: BookChange) => Promise<T>): Promise<T>;
  /** Users with a PENDING or OPEN trade, an order that may still fill, or one that ended since. */
  activeUsers(endedSince?: Date): Promise<readonly string[]>;
  /** The same by account; those with an open trade that no venue protects come first. */
  activeAccounts(endedSince?: Date): Promise<readonly UserAccount[]>;
  /**
   * Accounts to compare: the active ones, and each at a real venue in which a trade was ever made. Nobody
   * but this desk changes a simulated account: it stands as it was compared last until a trade moves.
   */
  tradedAccounts(endedSince: Date): Promise<readonly UserAccount[]>;
  /** Users with a PENDING or OPEN trade at this venue. */
  usersAt(venue: VenueName): Promise<readonly string[]>;
  /** Everybody with an account in this book. */
  accountNames(): Promise<readonly string[]>;
  /** Alerts of a kind whose cause is not gone, read or not, of every user. */
  standing(kind: AlertKind): Promise<readonly StandingAlert[]>;
  /** Accounts with a settled trade whose shares the venue has not shown yet. */
  accountsAwaitingDelivery(): Promise<readonly UserAccount[]>;
  /** PENDING and OPEN trades of every user, for the snapshot tick. */
  activeTrades(): Promise<readonly Trade[]>;
  /** Set-based: two statements however many marks. Trades closed meanwhile keep the mark they had;
   * a trade that holds nothing yet is shown its mark, and no snapshot is kept. */
  writeMarks(marks: readonly MarkWrite[]): Promise<void>;
  /** Keeps the better of what is stored and what comes, of trades that are open and trail. */
  noteBests(bests: readonly BestWrite[]): Promise<void>;
  recordCompleteness(entries: readonly CompletenessEntry[]): Promise<void>;
  /** When any server last did it; null where none ever did. */
  lastTick(job: WatchedJob): Promise<Date | null>;
  /** Moves the last tick on, with what was missed, in one transaction; nothing where another server did so first. */
  passTick(job: WatchedJob, tick: TickPassed): Promise<void>;
  /** Trades of every user that are held, or were at some moment since. */
  heldSince(since: Date): Promise<readonly Trade[]>;
  bookends(dates: readonly string[]): Promise<readonly BookendRecord[]>;
  /**
   * Stores each with its snapshot, all or none. Of one trade, kind and date only the first that was taken
   * stands, whichever server comes later; the trade's own mark stays as it is.
   */
  writeBookends(bookends: readonly BookendWrite[]): Promise<void>;
}
