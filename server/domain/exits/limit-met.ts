import type { Decimal } from '../decimal.ts';
import type { Order } from '../order/order.ts';
import { waitsAtDesk } from '../order/waits-at-desk.ts';
import type { JudgedPrice } from '../price/judged-price.ts';
import type { Trade, TradeAggregate } from '../trade/trade.ts';
import { mayTryAgain } from './close-back-off.ts';
import { isAllowed } from './token-exits.ts';

/** The order that waits at the desk and whose limit a token's price meets now; null when there is none. */
export function limitMet({ orders }: TradeAggregate, judged: JudgedPrice, now: Date): Order | null {
  const order = orders.find(waitsAtDesk);
  if (!order || !mayTryAgain(orders, order, now)) return null;
  return meetsLimit(order, judged) ? order : null;
}

function meetsLimit({ role, limitPrice }: Order, judged: JudgedPrice): boolean {
  const { price } = judged;
  if (!price || !limitPrice) return false;
  if (role === 'ENTRY') return price.lessThanOrEqualTo(limitPrice) && isAllowed(judged, 'ENTRY');
  return price.greaterThanOrEqualTo(limitPrice);
}

/** Dollars that an entry pays for about its quantity at a price, never more than at its limit. */
export function dollarsOf({ quantity, limitPrice }: Trade, price: Decimal): Decimal {
  const each = limitPrice && price.greaterThan(limitPrice) ? limitPrice : price;
  return quantity.times(each);
}
