import { newYorkDate } from '../calendar/new-york-time.ts';
import { sessionHours, tradingDaysAfter } from '../calendar/market-calendar.ts';
import { isTraded } from '../instrument/contract-hours.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { CANDLE_MS, type CandleInterval } from '../market/candle.ts';

/** Time for the first quotes of a session, which may not be trusted at once. */
const OPENING_MS = 120_000;

/**
 * Until when a request made at a bar's end may be carried out: for one interval; after a session's last bar,
 * for one interval of the next session. `hours`: the market has the exchange's hours.
 */
export function actsUntil(
  asked: { readonly end: Date; readonly interval: CandleInterval },
  instrument: Instrument,
  hours: boolean,
): Date {
  const length = CANDLE_MS[asked.interval];
  const end = asked.end.getTime();
  if (!hours || isTraded(instrument, asked.end)) return new Date(end + length);
  const open = nextOpen(asked.end).getTime();
  return new Date(Math.max(end + length, open + Math.max(length, OPENING_MS)));
}

/** Whether the request has to wait now, because the market opens later. */
export function waitsForOpen(instrument: Instrument, now: Date, hours: boolean): boolean {
  return hours && !isTraded(instrument, now);
}

function nextOpen(at: Date): Date {
  const date = newYorkDate(at);
  const today = sessionHours(date);
  if (today && at < today.open) return today.open;
  return sessionHours(tradingDaysAfter(date, 1))!.open;
}
