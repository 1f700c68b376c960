import { addDays } from '../calendar/calendar-date.ts';
import { exchangeDate, sessionHours } from '../calendar/market-calendar.ts';
import type { TimeInForce } from '../order/order.ts';

/** The longest break in days: holidays and weekends together are never longer. */
const LONGEST_BREAK = 7;

/**
 * When an order that becomes live at `now` expires: a DAY order at the regular close of this exchange day, or
 * of the next day when that is past; null for GTC.
 */
export function expiryOfOrder(timeInForce: TimeInForce, now: Date): Date | null {
  if (timeInForce === 'GTC') return null;
  const today = exchangeDate(now);
  for (let days = 0; days <= LONGEST_BREAK; days++) {
    const close = sessionHours(addDays(today, days))?.close;
    if (close && close > now) return close;
  }
  throw new RangeError(`The calendar knows no session in the week after ${today}`);
}
