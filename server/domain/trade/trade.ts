import type { TradingMode } from '../mode.ts';
import type { VenueName } from '../venue.ts';
import type { Decimal } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Mark } from '../market/mark.ts';
import type { Greeks } from '../market/quote.ts';
import type { FillModel } from '../matching/fill-model.ts';
import type { Order, OrderSide, OrderType, TimeInForce } from '../order/order.ts';
import type { Doubt } from './doubt.ts';
import type { SplitRatio } from './split-ratio.ts';
import type { TradeContext } from './trade-context.ts';
import type { TradePhase, TradeStatus } from './trade-status.ts';

/**
 * Who stops the position out: the venue's own orders, our watch (where the venue takes no bracket),
 * or nobody because no exit was asked for.
 */
export type Protection = 'NONE' | 'VENUE' | 'WATCHED';

/** Prices of the instrument; null: not asked for. */
export interface Bracket {
  readonly stopLoss: Decimal | null;
  readonly takeProfit: Decimal | null;
  /** Limit of the stop order; null: the stop becomes a market order. */
  readonly stopLimit: Decimal | null;
}

export const NO_BRACKET: Bracket = { stopLoss: null, takeProfit: null, stopLimit: null };

/** A stop that follows the market. The desk moves it itself: no venue of ours does. */
export interface Trail {
  /** Percent points of the best mark between it and the stop; more than 0 and less than 100. */
  readonly pct: Decimal;
  /** The stop that the position began with; null until the entry's fill where that decides it. */
  readonly start: Decimal | null;
  /**
   * The best that the venue's exit side has offered since entry: a long's highest bid, a short's lowest
   * ask. Null before the first trusted quote. Kept like a mark: a new one is no event.
   */
  readonly best: Decimal | null;
  /** What was best when a person set the stop: only a better one moves it on. Null: nobody did. */
  readonly beyond: Decimal | null;
  /** The last stop that the desk asked to have at the venue, and when; never the same one twice. */
  readonly asked: Decimal | null;
  readonly askedAt: Date | null;
}

/** What a person (or the desk, for a watched exit) asked to be sold or bought back. */
export interface CloseRequest {
  readonly quantity: Decimal;
  readonly orderType: 'MARKET' | 'LIMIT';
  readonly limitPrice: Decimal | null;
  readonly role: 'CLOSE' | 'STOP_LOSS' | 'TAKE_PROFIT';
  readonly requestedAt: Date;
  /**
   * Asked for under review: how much of what the book holds the venue did not show then, so that no more is
   * closed than is there. Null: asked for of a trade that was in no doubt.
   */
  readonly missing: Decimal | null;
}

/** What a person found out about a trade that the desk could not judge, and settled it by. */
export interface Review {
  /** How it ended, or, of a part, how that part did. */
  readonly status: TradeStatus;
  /** Dollars per share or unit at which `quantity` was closed; null where nothing was. */
  readonly exitPrice: Decimal | null;
  /** How much it closed; null where nothing was. */
  readonly quantity: Decimal | null;
  readonly note: string;
  readonly at: Date;
  /** `user:NAME`. */
  readonly reviewer: string;
  /** What the desk, and the venue's history, said when they asked for it; null where nobody did. */
  readonly evidence: string | null;
}

/**
 * What became of the shares behind a contract. `NONE`: it was worthless. `CASH`: its product pays cash.
 * `CLOSED_OUT`: the account could not carry them, so it was paid out at intrinsic value. `AWAITED`: the
 * venue has not shown them yet. `MISSING`: it did not in time.
 */
export type ShareDelivery = 'NONE' | 'CASH' | 'CLOSED_OUT' | 'AWAITED' | 'DELIVERED' | 'MISSING';

/** The official close by which an expired contract was settled. */
export interface Settlement {
  readonly settledAt: Date;
  readonly price: Decimal;
  readonly source: string;
  readonly sourceTime: Date;
  readonly intrinsic: Decimal;
  /** Null: settled before the desk delivered shares. */
  readonly delivery: ShareDelivery | null;
  /** Shares that exercise or assignment moves, signed: positive came in; null where it moves none. */
  readonly shares: Decimal | null;
}

/**
 * A trade from its ticket to its end. Money is exact and always adds up:
 * `cashFlow + openCost = realizedPnl - fees`.
 */
export interface Trade {
  readonly id: string;
  readonly mode: TradingMode;
  readonly username: string;
  /** Counts the trade's events. */
  readonly version: number;
  readonly status: TradeStatus;
  readonly phase: TradePhase;
  readonly instrument: Instrument;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  readonly orderType: OrderType;
  readonly limitPrice: Decimal | null;
  readonly stopPrice: Decimal | null;
  readonly timeInForce: TimeInForce;
  /** Entry fills so far, unsigned. */
  readonly filledQuantity: Decimal;
  /** Still held, unsigned. */
  readonly openQuantity: Decimal;
  /** Dollars paid for all entry fills, multiplier included, before fees; negative for a credit. */
  readonly entryCost: Decimal;
  /** The part of `entryCost` that is still held. */
  readonly openCost: Decimal;
  /** Dollars that exits brought, before fees; negative where a short was bought back. */
  readonly exitProceeds: Decimal;
  readonly exitedQuantity: Decimal;
  /** Filled of all its exit orders, booked or not; what else closed it is not in here. */
  readonly exitFilled: Decimal;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
  /** Sum of all cash that this trade moved, fees included. */
  readonly cashFlow: Decimal;
  /** The exits on record: what stands, or what our watch holds to. */
  readonly bracket: Bracket;
  /** Exits asked for that do not stand yet; null when `bracket` is what is wanted. */
  readonly wantedBracket: Bracket | null;
  /** Null: the stop stays where it is put. */
  readonly trail: Trail | null;
  readonly closeRequest: CloseRequest | null;
  readonly protection: Protection;
  /** Since when a wanted exit has stood nowhere; null while protected. */
  readonly unprotectedSince: Date | null;
  /** Sum of finished unprotected spans. */
  readonly unprotectedSeconds: number;
  readonly context: TradeContext;
  readonly notes: string | null;
  readonly tags: readonly string[];
  readonly entryGreeks: Greeks | null;
  readonly exitGreeks: Greeks | null;
  readonly entryUnderlyingPrice: Decimal | null;
  readonly dteAtEntry: number | null;
  readonly fillModel: FillModel | null;
  readonly fillModelVersion: string | null;
  /** Named, so that its fees stay explained once the schedule changes; null for a trade from before it was kept. */
  readonly feeSchedule: string | null;
  readonly venue: VenueName;
  readonly venueAccount: string;
  /** Why it was rejected, canceled or needs review. */
  readonly reason: string | null;
  readonly placedAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closeReason: TradeStatus | null;
  readonly settlement: Settlement | null;
  /** The last one; null where there was none, or only before reviews were kept as data. */
  readonly review: Review | null;
  /** What the account held otherwise when it was put under review; null where that is not why, or is over. */
  readonly doubt: Doubt | null;
  /** All splits booked since its ticket, multiplied; null where none was. Quantities and prices are those after it. */
  readonly split: SplitRatio | null;
  /** Shares: the option trade whose exercise or assignment brought them. */
  readonly deliveredFrom: string | null;
  /** Of an option: the share trades that its delivery opened or took from; of shares: the options that took them. */
  readonly deliveredTo: readonly string[];
  /** The best and worst that the exit side of the market offered since entry, in dollars per unit from entry. */
  readonly maxFavorableExcursion: Decimal | null;
  readonly maxAdverseExcursion: Decimal | null;
  readonly excursionsComplete: boolean;
  /** Not part of the version: a new mark is no event. */
  readonly mark: Mark | null;
}

/**
 * A trade with its orders: what is read, decided on and stored as one. Loaded to be decided on it has the orders
 * that count (`ordersThatCount`), each with the fill that was told last; shown, all of both.
 */
export interface TradeAggregate {
  readonly trade: Trade;
  readonly orders: readonly Order[];
}

/** Average of the entry fills, null before the first. */
export function entryPriceOf(trade: Trade): Decimal | null {
  if (trade.filledQuantity.isZero()) return null;
  return trade.entryCost.abs().div(trade.filledQuantity).div(trade.instrument.multiplier);
}

export function exitPriceOf(trade: Trade): Decimal | null {
  if (trade.settlement) return trade.settlement.intrinsic;
  if (trade.exitedQuantity.isZero()) return null;
  return trade.exitProceeds.abs().div(trade.exitedQuantity).div(trade.instrument.multiplier);
}
