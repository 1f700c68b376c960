import type { CalendarDate, TradeId } from '../ids.ts';
import type { TradingMode } from '../mode.ts';
import type { Decimal } from '../decimal.ts';
import type { Instrument, OptionRight, SettlementToken } from '../instrument/instrument.ts';
import type { OrderSide, OrderType, TimeInForce } from '../order/order.ts';
import type { Bracket } from '../trade/trade.ts';
import type { TradeContext } from '../trade/trade-context.ts';

/** A trader's request, not yet checked. `parse-ticket.ts` turns it into a ticket or says what is wrong. */
export interface TicketInput {
  readonly mode: TradingMode;
  readonly idempotencyKey: string;
  readonly option?: {
    readonly symbol?: string | null;
    readonly underlying?: string | null;
    readonly expiration?: CalendarDate | null;
    readonly strike?: Decimal | null;
    readonly right?: OptionRight | null;
  } | null;
  readonly equity?: { readonly symbol: string } | null;
  readonly token?: { readonly mint: string; readonly settlement?: SettlementToken | null } | null;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  readonly orderType: OrderType;
  readonly limitPrice?: Decimal | null;
  readonly stopPrice?: Decimal | null;
  readonly timeInForce: TimeInForce;
  readonly bracket?: {
    readonly stopLoss?: Decimal | null;
    readonly takeProfit?: Decimal | null;
    readonly stopLimit?: Decimal | null;
    readonly trailingPct?: Decimal | null;
  } | null;
  readonly context?: Partial<TradeContext> | null;
  readonly confirmationToken?: string | null;
  /** In REAL: places the same trade in PAPER as well, to compare the two. */
  readonly paperTwin?: boolean;
}

/** A well-formed ticket. Whether it may be placed now is checked later. */
export interface Ticket {
  readonly mode: TradingMode;
  readonly instrument: Instrument;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  readonly orderType: OrderType;
  readonly limitPrice: Decimal | null;
  readonly stopPrice: Decimal | null;
  readonly timeInForce: TimeInForce;
  readonly bracket: Bracket;
  /** Percent points between the best mark and the stop; null: the stop does not trail. */
  readonly trailingPct: Decimal | null;
  readonly context: TradeContext;
}

export interface CloseInput {
  readonly id: TradeId;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
  readonly quantity?: Decimal | null;
  readonly orderType: OrderType;
  readonly limitPrice?: Decimal | null;
  readonly confirmationToken?: string | null;
}

/** An undefined field stays as it is; null removes it. */
export interface AdjustInput {
  readonly id: TradeId;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
  readonly stopLoss?: Decimal | null;
  readonly takeProfit?: Decimal | null;
  readonly trailingPct?: Decimal | null;
  readonly confirmationToken?: string | null;
}

export interface CancelInput {
  readonly id: TradeId;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}
