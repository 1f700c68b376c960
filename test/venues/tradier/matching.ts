import type { Decimal } from '../../../server/domain/decimal.ts';
import { buys, type EmulatedOrder } from './emulated-order.ts';
import type { EmulatedQuote } from './market.ts';

/**
 * The price at which an order fills against a quote; null when it rests. Limits fill at the touch or better,
 * stops once the bid (for a buy, the ask) has reached them.
 */
export function fillPrice(order: EmulatedOrder, { bid, ask }: EmulatedQuote): Decimal | null {
  const buying = buys(order);
  const touch = buying ? ask : bid;
  if (!touch || touch.isZero()) return null;
  if (order.stop && !order.triggered) {
    order.triggered = buying
      ? touch.greaterThanOrEqualTo(order.stop)
      : touch.lessThanOrEqualTo(order.stop);
    if (!order.triggered) return null;
  }
  if (!order.price) return touch;
  const good = buying
    ? touch.lessThanOrEqualTo(order.price)
    : touch.greaterThanOrEqualTo(order.price);
  return good ? touch : null;
}
