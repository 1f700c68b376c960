import { sessionHours } from '../calendar/market-calendar.ts';
import { newYorkDate, newYorkInstant } from '../calendar/new-york-time.ts';

/** The last bar of a session is handed over shortly after its end. */
const SETTLES_MS = 300_000;

/**
 * The last end of an exchange day that is at least five minutes ago: the exchange's close, or midnight in New
 * York, at which a token's day ends.
 */
export function lastDayEnd(now: Date): Date {
  const settled = new Date(now.getTime() - SETTLES_MS);
  const today = newYorkDate(settled);
  const close = sessionHours(today)?.close;
  return close && close <= settled ? new Date(close) : newYorkInstant(today, 0);
}
