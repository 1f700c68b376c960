import type { OrderId, Tag, TradeId, VenueOrderId } from '../ids.ts';
import type { Decimal } from '../decimal.ts';
import type { AskedMove, ExitAdjustment } from './exit-adjustment.ts';
import type { FillCorrection } from './fill-correction.ts';
import type { OrderStatus } from './order-status.ts';
import type { PreparedSwap } from './prepared-swap.ts';

export type OrderSide =
  'BUY_TO_OPEN' | 'SELL_TO_OPEN' | 'BUY_TO_CLOSE' | 'SELL_TO_CLOSE' | 'BUY' | 'SELL';
export type OrderType = 'MARKET' | 'LIMIT' | 'STOP' | 'STOP_LIMIT';
export type OrderRole = 'ENTRY' | 'STOP_LOSS' | 'TAKE_PROFIT' | 'CLOSE';
export type TimeInForce = 'DAY' | 'GTC';

/** One execution. The venues have no fill ids, so ours is the order's id and its running total. */
export interface Fill {
  readonly id: string;
  readonly orderId: OrderId;
  readonly quantity: Decimal;
  /** Dollars per unit, computed from the value where the venue gives that. */
  readonly price: Decimal;
  /** Exactly what was paid or received, in dollars before the multiplier. */
  readonly value: Decimal;
  readonly fee: Decimal;
  readonly filledAt: Date;
}

/** One order of a trade. The orders of one submission (an OTOCO, an OCO) share its tag. */
export interface Order {
  readonly id: OrderId;
  readonly tradeId: TradeId;
  readonly role: OrderRole;
  readonly status: OrderStatus;
  readonly side: OrderSide;
  readonly type: OrderType;
  readonly timeInForce: TimeInForce;
  readonly quantity: Decimal;
  readonly filledQuantity: Decimal;
  /** The sum of the values of all its fills. */
  readonly filledValue: Decimal;
  /** Fees in dollars that the venue itself has named for the order so far, with or without a fill; all are booked. */
  readonly namedFees: Decimal;
  readonly limitPrice: Decimal | null;
  readonly stopPrice: Decimal | null;
  /** A swap's slippage: percent points by which it may get less than quoted, else it fails. Null: no swap. */
  readonly slippagePct: Decimal | null;
  /** Dollars that a swap pays to buy; null: no purchase by swap, or one that still waits for its price. */
  readonly pays: Decimal | null;
  readonly averagePrice: Decimal | null;
  /** Our mark on the wire, which finds the order again after a lost answer: `[A-Za-z0-9-]{1,255}`. */
  readonly tag: Tag;
  readonly venueOrderId: VenueOrderId | null;
  /** The venue's id of the OTOCO or OCO that this order is a leg of. */
  readonly venueParentId: VenueOrderId | null;
  /** Why the order was refused, in the venue's own words. */
  readonly reason: string | null;
  /** A cancel was asked for and is not confirmed yet. */
  readonly cancelRequested: boolean;
  /** How many syncs have proven it missing at the venue since it was last found. */
  readonly absentSyncs: number;
  readonly placedAt: Date;
  /**
   * The last moment at which the order may have left the desk: when it was handed over; without an answer,
   * when the desk stopped waiting; or when it was found at the venue later. Null: it never left.
   */
  readonly sentAt: Date | null;
  readonly updatedAt: Date;
  /** All fills when the order is shown; only the last reported one when it is loaded for a decision. */
  readonly fills: readonly Fill[];
  /** The last correction that the venue reported; null when there was none. */
  readonly correction: FillCorrection | null;
  /** The last change of terms that the venue made by itself; null when there was none. */
  readonly adjustment: ExitAdjustment | null;
  /** The last move whose answer was lost, so the venue may still carry it out; null when there was none. */
  readonly askedMove: AskedMove | null;
  /** What a swap of real money is followed by; null before its inspection, and for all other orders. */
  readonly swap: PreparedSwap | null;
}

export function isBuy(side: OrderSide): boolean {
  return side.startsWith('BUY');
}

/** +1 for a long trade, -1 for a short one. */
export function directionOf(side: OrderSide): 1 | -1 {
  return side.startsWith('BUY') ? 1 : -1;
}
