import type { TradeId, Username } from '../ids.ts';
import type { TradingMode } from '../mode.ts';
import type { VenueName } from '../venue.ts';
import type { Decimal } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Mark } from '../market/mark.ts';
import type { Greeks } from '../market/quote.ts';
import type { FilledBy } from '../matching/fill-model.ts';
import type { Order, OrderSide, OrderType, TimeInForce } from '../order/order.ts';
import type { Doubt } from './doubt.ts';
import type { SplitRatio } from './split-ratio.ts';
import type { StrategyMark } from './strategy-mark.ts';
import type { TradeContext } from './trade-context.ts';
import type { TradePhase, TradeStatus } from './trade-status.ts';

/**
 * Who holds the exits: the venue's own orders, the desk's watch (when the venue takes no bracket), or neither,
 * because no exit was asked for.
 */
export type Protection = 'NONE' | 'VENUE' | 'WATCHED';

/** Prices per unit of the instrument; null: not asked for. */
export interface Bracket {
  readonly stopLoss: Decimal | null;
  readonly takeProfit: Decimal | null;
  /** Limit price of the stop order; null: the stop becomes a market order. */
  readonly stopLimit: Decimal | null;
}

export const NO_BRACKET: Bracket = { stopLoss: null, takeProfit: null, stopLimit: null };

/** A stop that follows the market. The desk moves it, because none of our venues does. */
export interface Trail {
  /** The stop's distance from the best mark, in percent points of that mark; more than 0 and less than 100. */
  readonly pct: Decimal;
  /** The position's first stop; null until the entry's fill when the fill decides it. */
  readonly start: Decimal | null;
  /**
   * The best price that the exit side at the venue has offered since entry: a long's highest bid, a short's
   * lowest ask. Null before the first trusted quote. Like a mark, a new one makes no event.
   */
  readonly best: Decimal | null;
  /** The best price when a person set the stop: only a better price moves the stop on. Null: no person set it. */
  readonly beyond: Decimal | null;
  /** The last stop that the desk asked the venue for, and when. The desk never asks for the same stop twice. */
  readonly asked: Decimal | null;
  readonly askedAt: Date | null;
}

/** A close that a person asked for, or the desk for a watched exit. */
export interface CloseRequest {
  readonly quantity: Decimal;
  readonly orderType: 'MARKET' | 'LIMIT';
  readonly limitPrice: Decimal | null;
  readonly role: 'CLOSE' | 'STOP_LOSS' | 'TAKE_PROFIT';
  readonly requestedAt: Date;
  /**
   * For a close under review: how much of the book's holding the venue did not show at that time, so that the
   * close stays within what the venue holds. Null: the trade was not under review.
   */
  readonly missing: Decimal | null;
  /** Dollars per unit quoted in the preview that was confirmed; null: there was no quoted preview. */
  readonly confirmedPrice: Decimal | null;
}

/** What a person found out about a trade that the desk could not judge, and how they settled it. */
export interface Review {
  /** How the trade, or the reviewed part of it, ended. */
  readonly status: TradeStatus;
  /** Dollars per share or unit at which `quantity` was closed; null when nothing was closed. */
  readonly exitPrice: Decimal | null;
  /** The quantity closed; null when nothing was closed. */
  readonly quantity: Decimal | null;
  readonly note: string;
  readonly at: Date;
  /** `user:NAME`. */
  readonly reviewer: string;
  /** What the desk and the venue's history said when the desk asked for the review; null when it did not ask. */
  readonly evidence: string | null;
}

/**
 * What became of the shares behind a contract. `NONE`: it was worthless. `CASH`: its product pays cash.
 * `CLOSED_OUT`: the account could not carry the shares, so intrinsic value was paid. `AWAITED`: the venue has
 * not shown them yet. `MISSING`: it did not show them in time.
 */
export type ShareDelivery = 'NONE' | 'CASH' | 'CLOSED_OUT' | 'AWAITED' | 'DELIVERED' | 'MISSING';

/** The official close at which an expired contract was settled. */
export interface Settlement {
  readonly settledAt: Date;
  readonly price: Decimal;
  readonly source: string;
  readonly sourceTime: Date;
  readonly intrinsic: Decimal;
  /** Null: settled before the desk supported delivery. */
  readonly delivery: ShareDelivery | null;
  /** Shares moved by exercise or assignment, signed: positive for shares that came in; null when none moved. */
  readonly shares: Decimal | null;
}

/**
 * A trade from its ticket to its end. Its money is exact and always balances: `cashFlow + openCost =
 * realizedPnl - fees`.
 */
export interface Trade extends FilledBy {
  readonly id: TradeId;
  readonly mode: TradingMode;
  readonly username: Username;
  /** The number of the trade's events. */
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
  /** Quantity still held, unsigned. */
  readonly openQuantity: Decimal;
  /** Dollars paid for all entry fills, with the multiplier, before fees; negative for a credit. */
  readonly entryCost: Decimal;
  /** The part of `entryCost` that is still held. */
  readonly openCost: Decimal;
  /** Dollars received from exits, before fees; negative when a short was bought back. */
  readonly exitProceeds: Decimal;
  readonly exitedQuantity: Decimal;
  /** The filled quantity of all exit orders, booked or not. Other ways of closing do not count. */
  readonly exitFilled: Decimal;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
  /** All cash that this trade moved, fees included. */
  readonly cashFlow: Decimal;
  /** The exits on record: the venue holds them, or the desk watches them. */
  readonly bracket: Bracket;
  /** Exits asked for that are not in force yet; null when `bracket` is what is wanted. */
  readonly wantedBracket: Bracket | null;
  /** Null: the stop does not trail. */
  readonly trail: Trail | null;
  readonly closeRequest: CloseRequest | null;
  readonly protection: Protection;
  /** Since when the wanted stop has not been in force at the venue; null while protected. */
  readonly unprotectedSince: Date | null;
  /** Seconds of all finished unprotected spans together. */
  readonly unprotectedSeconds: number;
  readonly context: TradeContext;
  readonly notes: string | null;
  readonly tags: readonly string[];
  readonly entryGreeks: Greeks | null;
  readonly exitGreeks: Greeks | null;
  readonly entryUnderlyingPrice: Decimal | null;
  readonly dteAtEntry: number | null;
  /** The schedule's name, so fees stay explained after it changes; null for a trade from before this was stored. */
  readonly feeSchedule: string | null;
  readonly venue: VenueName;
  readonly venueAccount: string;
  /** Why the trade was rejected, canceled or needs review. */
  readonly reason: string | null;
  readonly placedAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closeReason: TradeStatus | null;
  readonly settlement: Settlement | null;
  /** The last review; null when there was none, or only reviews from before they were stored as data. */
  readonly review: Review | null;
  /** How the account differed when the trade was put under review; null when that is not the reason, or is over. */
  readonly doubt: Doubt | null;
  /** All splits booked since the ticket, multiplied; null when none was. Quantities and prices are after them. */
  readonly split: SplitRatio | null;
  /** On paper: the real trade to compare this one with, next to which it was placed. It is no evidence of its own. */
  readonly twinOf: TradeId | null;
  /** The strategy's run that placed it, or that placed the option which brought it; null: no strategy did. */
  readonly strategyRun: StrategyMark | null;
  /** When a person adopted an unbooked holding as this trade, which then has no entry order; else null. */
  readonly adoptedAt: Date | null;
  /** For shares: the option trade whose exercise or assignment brought them. */
  readonly deliveredFrom: TradeId | null;
  /** For an option: the share trades that its delivery opened or reduced. For shares: the options that took them. */
  readonly deliveredTo: readonly TradeId[];
  /** The best and worst price of the exit side since entry, in dollars per unit from entry. */
  readonly maxFavorableExcursion: Decimal | null;
  readonly maxAdverseExcursion: Decimal | null;
  readonly excursionsComplete: boolean;
  /** Not part of the version: a new mark makes no event. */
  readonly mark: Mark | null;
}

/**
 * A trade with its orders: read, decided on and stored as one. For a decision it has the orders that count
 * (`ordersThatCount`), each with its last reported fill; for display, all orders and fills.
 */
export interface TradeAggregate {
  readonly trade: Trade;
  readonly orders: readonly Order[];
}

/** The part of a trade that marking reads; a tick marks every active trade of every user. */
export type Markable = Pick<
  Trade,
  | 'id'
  | 'username'
  | 'venue'
  | 'venueAccount'
  | 'phase'
  | 'side'
  | 'instrument'
  | 'filledQuantity'
  | 'openQuantity'
  | 'entryCost'
  | 'entryUnderlyingPrice'
  | 'openedAt'
  | 'mark'
  | 'maxFavorableExcursion'
  | 'maxAdverseExcursion'
  | 'excursionsComplete'
>;

/** The part of a trade that jobs read, while it is held and shortly after. */
export type Held = Markable & Pick<Trade, 'closedAt'>;

/** Average price of the entry fills; null before the first. */
export function entryPriceOf(
  trade: Pick<Trade, 'filledQuantity' | 'entryCost' | 'instrument'>,
): Decimal | null {
  const { entryCost, filledQuantity, instrument } = trade;
  if (filledQuantity.isZero()) return null;
  const known = ENTRY_PRICES.get(entryCost);
  if (known?.filledQuantity === filledQuantity && known.multiplier === instrument.multiplier)
    return known.price;
  const price = entryCost.abs().div(filledQuantity).div(instrument.multiplier);
  ENTRY_PRICES.set(entryCost, { filledQuantity, multiplier: instrument.multiplier, price });
  return price;
}

/** Entry prices by the cost, an object that a trade keeps between looks: a tick asks ten thousand trades for them. */
const ENTRY_PRICES = new WeakMap<
  Decimal,
  { readonly filledQuantity: Decimal; readonly multiplier: number; readonly price: Decimal }
>();

export function exitPriceOf(trade: Trade): Decimal | null {
  if (trade.settlement) return trade.settlement.intrinsic;
  if (trade.exitedQuantity.isZero()) return null;
  return trade.exitProceeds.abs().div(trade.exitedQuantity).div(trade.instrument.multiplier);
}
