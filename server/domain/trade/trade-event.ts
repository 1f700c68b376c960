import type { TradeId } from '../ids.ts';
import type { Order } from '../order/order.ts';
import type { Trade } from './trade.ts';

/** What happened to a trade, with the trade right after it. */
export interface TradeEvent {
  /** Position in the user's log of this book: gapless, from 1. */
  readonly sequence: number;
  readonly type: TradeEventType;
  readonly occurredAt: Date;
  /** A sentence for the timeline. */
  readonly message: string;
  /** Who acted: `user:NAME`, `desk`, `venue`. */
  readonly actor: string;
  readonly trade: Trade;
  /** The hash of its log line, chained to the line before. */
  readonly hash: string;
}

export interface NewTradeEvent extends Omit<TradeEvent, 'sequence' | 'hash'> {
  /** The orders right after the event, without those that no longer count (`ordersThatCount`). */
  readonly orders: readonly Order[];
  /** When its money moved, which decides the day of the result; undefined: when the desk learned it. */
  readonly realisedAt?: Date | undefined;
}

export type TradeEventType =
  | 'INTENT_STORED'
  | 'ORDER_SUBMITTED'
  | 'ORDER_ACCEPTED'
  | 'ORDER_UNKNOWN'
  | 'ORDER_FINAL'
  | 'ORDER_REJECTED'
  | 'ORDER_DENIED'
  | 'ORDER_CANCELED'
  | 'ORDER_EXPIRED'
  | 'CANCEL_REQUESTED'
  | 'ENTRY_FILLED'
  | 'EXIT_FILLED'
  | 'FEE_CHARGED'
  | 'EXITS_STANDING'
  | 'EXITS_WATCHED'
  | 'EXITS_LOST'
  | 'EXITS_ADJUSTED'
  | 'ADJUSTMENT_SETTLED'
  | 'SPLIT_BOOKED'
  | 'BRACKET_REQUESTED'
  | 'STOP_TRAILED'
  | 'CLOSE_REQUESTED'
  | 'CLOSED'
  | 'SETTLED'
  | 'DELIVERED'
  | 'SHARES_RECEIVED'
  | 'HOLDING_ADOPTED'
  | 'SHARES_GIVEN'
  | 'NEEDS_REVIEW'
  | 'REVIEWED'
  | 'FILL_CORRECTED'
  | 'CORRECTION_SETTLED'
  | 'NOTES_CHANGED';

/** A line of the log that concerns no single trade: a refusal, a deposit, a switch. */
export interface BookEvent {
  readonly type: string;
  readonly occurredAt: Date;
  readonly actor: string;
  readonly message: string;
  readonly tradeId: TradeId | null;
  readonly detail: unknown;
}
