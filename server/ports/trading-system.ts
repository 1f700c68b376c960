import type { Role } from '../domain/account/user.ts';
import type { KillSwitchLevel } from '../domain/account/account.ts';
import type { Acceptance } from '../domain/reconciliation/accept-differences.ts';
import type { Alert } from '../domain/account/alert.ts';
import type { SnapshotCompleteness } from '../domain/book/completeness.ts';
import type { InvariantCheck } from '../domain/reconciliation/invariant.ts';
import type { CheckedLog } from '../domain/book/log-proof.ts';
import type { Deposited, EquityPoint } from '../domain/book/cash-move.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { MarkedPosition, Portfolio } from '../domain/book/portfolio.ts';
import type { MarketSession } from '../domain/calendar/market-calendar.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { AdjustmentChoice } from '../domain/order/exit-adjustment.ts';
import type { Candle, CandleRange } from '../domain/market/candle.ts';
import type { Quote } from '../domain/market/quote.ts';
import type { LimitUse } from '../domain/risk/limit-use.ts';
import type { RiskCheck } from '../domain/refusal.ts';
import type { DailyPnl } from '../domain/statistics/daily-pnl.ts';
import type { FillQuality } from '../domain/statistics/fill-quality.ts';
import type { StatsDimension } from '../domain/statistics/segment-keys.ts';
import type { TradeStats } from '../domain/statistics/trade-stats.ts';
import type { AdjustInput, CancelInput, CloseInput, TicketInput } from '../domain/ticket/ticket.ts';
import type { Annotation } from '../domain/trade/annotate.ts';
import type { CorrectionWord } from '../domain/reports/settle-correction.ts';
import type { TradeStatus } from '../domain/trade/trade-status.ts';
import type { Trade } from '../domain/trade/trade.ts';
import type { TradeFilter } from './book-page.ts';
import type { BookReader } from './book.ts';
import type { OptionChain, SymbolMatch } from './market-data.ts';
import type { SplitPreview } from './split-preview.ts';

/** The user on whose behalf a call is made. */
export interface Actor {
  readonly username: string;
  readonly role: Role;
  readonly demo: boolean;
}

export interface TradePreview {
  readonly cost: Decimal | null;
  readonly fees: Decimal | null;
  readonly maxLoss: Decimal | null;
  readonly maxProfit: Decimal | null;
  readonly breakEven: Decimal | null;
  /** The stop after the change: as given, or where a trailing stop would start. */
  readonly stopLoss: Decimal | null;
  /** Dollars lost at the stop, fees included; negative when the stop locks in a gain. */
  readonly lossAtStop: Decimal | null;
  /** Dollars free for new entries once this one has filled; null for anything but a ticket that can be priced. */
  readonly buyingPowerAfter: Decimal | null;
  /** Of a ticket: dollars lost by entering and leaving at once, fees both ways included. */
  readonly roundTrip: Decimal | null;
  /** Of a close: dollars it would realise, before fees. */
  readonly realizedPnl: Decimal | null;
  readonly riskChecks: readonly RiskCheck[];
  /**
   * How the desk would hold the stop when it cannot go to the venue with its entry; null when it can or there
   * is none.
   */
  readonly exitsNote: string | null;
  /** Of a close: the short calls it would leave uncovered; null when there are none. */
  readonly coverNote: string | null;
  readonly confirmationToken: string | null;
  readonly expiresAt: Date | null;
}

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
  readonly unknownOrders: number;
  readonly unprotectedTrades: number;
  readonly snapshotCompleteness: SnapshotCompleteness;
  readonly version: string;
}

/** What a person found out about a trade under review. */
export interface ReviewInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly resolution: {
    readonly status: TradeStatus;
    readonly exitPrice?: Decimal | null;
    /** The part of the open quantity; all of it when left out or null. */
    readonly quantity?: Decimal | null;
    readonly note: string;
  };
}

/** A person's decision on a fill that the venue corrects. */
export interface SettleCorrectionInput extends CorrectionWord {
  readonly id: string;
  readonly expectedVersion: number;
}

/** The choice between the venue's exit terms and the desk's. */
export interface SettleAdjustmentInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
  readonly choice: AdjustmentChoice;
  readonly note?: string | null;
}

/** A split of `newShares` for `oldShares`, for a trade under review. */
export interface BookSplitInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
  readonly newShares: number;
  readonly oldShares: number;
  readonly note?: string | null;
}

export interface AcceptInput extends Acceptance {
  readonly idempotencyKey: string;
}

/** A field left out stays; a null field is removed. */
export interface AnnotateInput extends Annotation {
  readonly id: string;
  readonly expectedVersion: number;
}

/** A trade as it stood after the event of this sequence; its orders then are `BookReader.ordersAsOf`. */
export interface TradeAsOf {
  readonly trade: Trade;
  readonly sequence: number;
}

/**
 * The desk of one mode: everything that a person or a program may ask of one book. Every method throws
 * `Refusal` with the contract's code when it refuses.
 */
export interface TradingSystem {
  readonly mode: TradingMode;
  read(actor: Actor): BookReader;
  /** Reads at one instant: see `Book.view`. */
  view<T>(actor: Actor, work: (reader: BookReader) => Promise<T>): Promise<T>;
  placeTrade(actor: Actor, input: TicketInput): Promise<Trade>;
  closeTrade(actor: Actor, input: CloseInput): Promise<Trade>;
  cancelTrade(actor: Actor, input: CancelInput): Promise<Trade>;
  adjustBracket(actor: Actor, input: AdjustInput): Promise<Trade>;
  previewTrade(actor: Actor, input: TicketInput): Promise<TradePreview>;
  previewClose(actor: Actor, input: CloseInput): Promise<TradePreview>;
  previewAdjust(actor: Actor, input: AdjustInput): Promise<TradePreview>;
  reviewTrade(actor: Actor, input: ReviewInput): Promise<Trade>;
  settleFillCorrection(actor: Actor, input: SettleCorrectionInput): Promise<Trade>;
  settleExitAdjustment(actor: Actor, input: SettleAdjustmentInput): Promise<Trade>;
  previewSplit(actor: Actor, input: BookSplitInput): Promise<SplitPreview>;
  bookSplit(actor: Actor, input: BookSplitInput): Promise<Trade>;
  annotateTrade(actor: Actor, input: AnnotateInput): Promise<Trade>;
  /** The last comparison of book and accounts; UNKNOWN when there was none since the start. */
  invariants(actor: Actor): Promise<readonly InvariantCheck[]>;
  /** Returns all checks of the book after the acceptance. */
  acceptDifferences(actor: Actor, input: AcceptInput): Promise<readonly InvariantCheck[]>;
  /** A negative amount is a withdrawal. */
  deposit(actor: Actor, amount: Decimal): Promise<void>;
  refreshPrices(actor: Actor): Promise<readonly Trade[]>;
  /** With `raiseOnly`, FORBIDDEN when the switch already stands higher. */
  setKillSwitch(actor: Actor, level: KillSwitchLevel, raiseOnly: boolean): Promise<void>;
  acknowledgeAlert(actor: Actor, id: string): Promise<Alert>;
  tradeAsOf(actor: Actor, id: string, at: Date): Promise<TradeAsOf | null>;
  /** Null `from`: since the book began. Null `to`: until now. */
  equityCurve(actor: Actor, from: Date | null, to: Date | null): Promise<readonly EquityPoint[]>;
  positions(actor: Actor): Promise<readonly MarkedPosition[]>;
  portfolio(actor: Actor): Promise<Portfolio>;
  stats(actor: Actor, filter: TradeFilter, groupBy: readonly StatsDimension[]): Promise<TradeStats>;
  /** Covers closed trades only. */
  fillQuality(actor: Actor, filter: TradeFilter): Promise<FillQuality>;
  /** Deposits and, negative, withdrawals; oldest first. */
  deposits(actor: Actor): Promise<readonly Deposited[]>;
  /** Oldest first. */
  dailyPnl(actor: Actor, filter: TradeFilter): Promise<readonly DailyPnl[]>;
  systemStatus(actor: Actor): Promise<SystemStatus>;
  /** The higher of the caller's kill switch and the halt for all users. */
  halt(actor: Actor): Promise<KillSwitchLevel>;
  limitUse(actor: Actor): Promise<readonly LimitUse[]>;
  proveLog(actor: Actor): Promise<CheckedLog>;
}

/** Prices for the caller, from the venue at which the caller trades PAPER. */
export interface MarketReader {
  /** One row per requested symbol, in that order; null when there is no quote. */
  quotes(actor: Actor, symbols: readonly string[]): Promise<readonly (Quote | null)[]>;
  optionExpirations(actor: Actor, underlying: string): Promise<readonly string[]>;
  optionChain(actor: Actor, underlying: string, expiration: string): Promise<OptionChain>;
  candles(actor: Actor, range: CandleRange): Promise<readonly Candle[]>;
  /** Tickers and names that match the text, best first. */
  searchSymbols(actor: Actor, text: string): Promise<readonly SymbolMatch[]>;
}
