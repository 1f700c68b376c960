import { Decimal } from '../decimal.ts';
import { untrustedReason } from '../market/mark-rules.ts';
import type { Quote } from '../market/quote.ts';
import { isBuy, type OrderRole, type OrderSide, type OrderType } from '../order/order.ts';
import type { FillFit, FillModel } from './fill-model.ts';
import { fillPrice } from './fill-price.ts';

/** What the engine needs of a working order. */
export interface MatchableOrder {
  readonly side: OrderSide;
  readonly type: OrderType;
  readonly role: OrderRole;
  /** Quantity still to fill. */
  readonly remaining: Decimal;
  readonly limitPrice: Decimal | null;
  readonly stopPrice: Decimal | null;
  /** The order's stop was hit earlier. */
  readonly triggered: boolean;
}

export interface MatchInput {
  readonly quote: Quote | null;
  readonly model: FillModel;
  /** The fit that CALIBRATED fills by; other models have none. */
  readonly fit?: FillFit | null;
  /** Contracts or shares available at the touch. INSTANT ignores it. */
  readonly available: Decimal;
  readonly tick: Decimal;
  readonly now: Date;
}

export interface EngineFill {
  readonly quantity: Decimal;
  readonly price: Decimal;
}

/** `reason` says why there is no fill. */
export interface MatchResult {
  readonly triggered: boolean;
  readonly fill: EngineFill | null;
  readonly reason: string | null;
}

/**
 * Whether, how much and at what price a working order trades on a quote.
 *
 * A stop triggers when the side of the market it trades on (a seller's bid, a buyer's ask) is at or through
 * it; from then on it is a market order, or a limit order at its limit. An untrusted quote neither triggers
 * nor fills anything. An order larger than the available size fills in parts.
 */
export function matchOrder(order: MatchableOrder, input: MatchInput): MatchResult {
  const { quote, model, fit = null, now } = input;
  const untrusted = quote ? untrustedReason(quote, now) : 'Nobody quotes it';
  if (untrusted !== null) return { triggered: order.triggered, fill: null, reason: untrusted };
  if (!quote?.bid || !quote.ask) {
    return { triggered: order.triggered, fill: null, reason: 'The market is one-sided' };
  }
  const buys = isBuy(order.side);
  const triggered = isTriggered(order, buys ? quote.ask : quote.bid, buys);
  if (!triggered) return { triggered, fill: null, reason: 'The stop has not been reached' };

  const limit = order.limitPrice;
  const rests = order.role === 'STOP_LOSS' || order.role === 'TAKE_PROFIT';
  const market = { bid: quote.bid, ask: quote.ask, tick: input.tick };
  const { price, reason } = fillPrice(model, { buys, limit, rests, fit }, market);
  if (price === null) return { triggered, fill: null, reason };

  const size = model === 'INSTANT' ? order.remaining : input.available;
  const quantity = Decimal.min(order.remaining, size);
  if (!quantity.greaterThan(0)) return { triggered, fill: null, reason: 'No size at the touch' };
  return { triggered, fill: { quantity, price }, reason: null };
}

function isTriggered(order: MatchableOrder, exitSide: Decimal, buys: boolean): boolean {
  if (order.type !== 'STOP' && order.type !== 'STOP_LIMIT') return true;
  if (order.triggered || !order.stopPrice) return order.triggered;
  return buys
    ? exitSide.greaterThanOrEqualTo(order.stopPrice)
    : exitSide.lessThanOrEqualTo(order.stopPrice);
}
