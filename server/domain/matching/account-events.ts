import { exchangeDate } from '../calendar/market-calendar.ts';
import type { AccountEvent } from '../order/account-event.ts';
import { isBuy } from '../order/order.ts';
import { type BookedOrder, venueInstrument, type VenueState } from './venue-state.ts';

/**
 * The statement of a simulated account from a date up to yesterday: the fills of each order, and positions
 * that ended in other ways. It goes back as far as the venue keeps finished orders.
 */
export function accountEvents(
  state: Pick<VenueState, 'orders' | 'events'>,
  from: string,
  now: Date,
): AccountEvent[] {
  const today = exchangeDate(now);
  return [...state.orders.flatMap(tradeOf), ...state.events]
    .filter(({ date }) => date >= from && date < today)
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** One line for each order, before fees, at the order's average price. */
function tradeOf(order: BookedOrder): AccountEvent[] {
  const { lastFillAt, filledQuantity, filledValue, symbol, side } = order;
  if (!lastFillAt || filledQuantity.isZero()) return [];
  const buys = isBuy(side);
  const value = filledValue.times(venueInstrument(symbol).multiplier);
  return [
    {
      kind: 'TRADE',
      date: exchangeDate(lastFillAt),
      symbol,
      quantity: buys ? filledQuantity : filledQuantity.neg(),
      price: filledValue.div(filledQuantity),
      amount: buys ? value.neg() : value,
      description: `${buys ? 'Bought' : 'Sold'} by order ${order.id}`,
    },
  ];
}
