import { addDays } from '../calendar/calendar-date.ts';
import { exchangeDate, sessionHours } from '../calendar/market-calendar.ts';

/** How long a market is open between two instants, in milliseconds: at any hour, or in regular hours. */
export function openMs(from: Date, to: Date, alwaysOpen: boolean): number {
  const [start, end] = [from.getTime(), to.getTime()];
  if (end <= start) return 0;
  if (alwaysOpen) return end - start;
  let total = 0;
  for (let date = exchangeDate(from); date <= exchangeDate(to); date = addDays(date, 1)) {
    const hours = sessionHours(date);
    if (!hours) continue;
    const [opens, closes] = [hours.open.getTime(), hours.close.getTime()];
    total += Math.max(0, Math.min(end, closes) - Math.max(start, opens));
  }
  return total;
}
