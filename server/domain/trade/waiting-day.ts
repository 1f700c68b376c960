import { exchangeDate } from '../calendar/market-calendar.ts';
import type { Order } from '../order/order.ts';
import type { Trade } from './trade.ts';

/**
 * Whether an order that waits at the desk has outlived its day, which ends at New York's midnight. An entry's
 * day is that of its ticket, however often its swap failed since.
 */
export function isDayOver(
  { role, timeInForce, placedAt }: Pick<Order, 'role' | 'timeInForce' | 'placedAt'>,
  trade: Pick<Trade, 'placedAt'>,
  now: Date,
): boolean {
  if (timeInForce !== 'DAY') return false;
  return exchangeDate(role === 'ENTRY' ? trade.placedAt : placedAt) < exchangeDate(now);
}
