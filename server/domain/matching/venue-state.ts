import { ZERO, type Decimal } from '../decimal.ts';
import type { Listed } from '../instrument/instrument.ts';
import { parseOccSymbol } from '../instrument/occ-symbol.ts';
import type { AccountEvent } from '../order/account-event.ts';
import type { OrderRole, OrderSide, OrderType, TimeInForce } from '../order/order.ts';
import type { VenueExpiry, VenuePosition } from '../order/venue-order.ts';
import type { FillRule } from './fill-model.ts';

export type BookedStatus = 'OPEN' | 'HELD' | 'PARTIALLY_FILLED' | 'FILLED' | 'CANCELED' | 'EXPIRED';

/** An order in the book of the simulated venue. */
export interface BookedOrder extends FillRule {
  readonly id: string;
  /** The id of the OTOCO or OCO of which it is a leg. */
  readonly parentId: string | null;
  readonly shape: 'SINGLE' | 'OTOCO' | 'OCO';
  readonly tag: string;
  readonly symbol: string;
  readonly role: OrderRole;
  readonly side: OrderSide;
  readonly type: OrderType;
  readonly timeInForce: TimeInForce;
  readonly status: BookedStatus;
  /** For an exit: what the entry has filled, less what the other exit has closed. */
  readonly quantity: Decimal;
  readonly filledQuantity: Decimal;
  /** Sum of quantity times price of its fills. */
  readonly filledValue: Decimal;
  readonly lastFillAt: Date | null;
  readonly limitPrice: Decimal | null;
  readonly stopPrice: Decimal | null;
  readonly triggered: boolean;
  /** The price at which buying power is reserved for it. */
  readonly reservePrice: Decimal;
  /** Null: the order is GTC, or held. */
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** All that the venue knows about one account. An immutable value: each step makes a new one. */
export interface VenueState {
  readonly nextId: number;
  /** Cash moved by trading and fees since the account was opened; deposits are stored elsewhere. */
  readonly cash: Decimal;
  /** The orders, sorted by id. */
  readonly orders: readonly BookedOrder[];
  readonly positions: readonly VenuePosition[];
  /** Events that ended positions without an order, oldest first. */
  readonly events: readonly AccountEvent[];
  /** What the venue did with expired contracts of the account. */
  readonly expired: readonly VenueExpiry[];
}

export const NEW_VENUE: VenueState = {
  nextId: 1001,
  cash: ZERO,
  orders: [],
  positions: [],
  events: [],
  expired: [],
};

/** Whether the order may fill at the next quote; a held exit may not. */
export function isLive(order: BookedOrder): boolean {
  return order.status === 'OPEN' || order.status === 'PARTIALLY_FILLED';
}

export function isOver(order: BookedOrder): boolean {
  return !isLive(order) && order.status !== 'HELD';
}

export function isStop(order: Pick<BookedOrder, 'type'>): boolean {
  return order.type === 'STOP' || order.type === 'STOP_LIMIT';
}

/** The id of the order's submission: its parent's, or its own. */
export function familyOf(order: Pick<BookedOrder, 'parentId' | 'id'>): string {
  return order.parentId ?? order.id;
}

export function remainingOf(order: BookedOrder): Decimal {
  return order.quantity.minus(order.filledQuantity);
}

/** Whether an order reduces a position. For shares, BUY and SELL do not say so; the role does. */
export function isClosing(order: Pick<BookedOrder, 'side' | 'role'>): boolean {
  if (order.side === 'BUY' || order.side === 'SELL') return order.role !== 'ENTRY';
  return order.side.endsWith('TO_CLOSE');
}

/** The quantity held of a symbol, signed. */
export function heldQuantity(state: VenueState, symbol: string): Decimal {
  return state.positions.find((position) => position.symbol === symbol)?.quantity ?? ZERO;
}

export function venueInstrument(symbol: string): Listed {
  return (
    parseOccSymbol(symbol) ?? { assetClass: 'EQUITY', symbol, underlying: symbol, multiplier: 1 }
  );
}

/** The state with some of its orders replaced. */
export function withOrders(state: VenueState, changed: readonly BookedOrder[]): VenueState {
  const byId = new Map(changed.map((order) => [order.id, order]));
  return { ...state, orders: state.orders.map((order) => byId.get(order.id) ?? order) };
}
