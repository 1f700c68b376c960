import { exchangeDate, tradingDaysAfter } from '../calendar/market-calendar.ts';
import { VENUES } from '../venue.ts';
import type { Forecast } from './forecast.ts';

const MINUTE_MS = 60_000;
/** Time until the last minute is complete at its source. */
const SETTLING_MS = 2 * MINUTE_MS;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;
/** Exchange days after a forecast's horizon by which its deciding price must be known. */
const DAYS_TO_WAIT = 3;

type Due = Pick<Forecast, 'horizon' | 'venue'>;

/** When the price that decides a forecast may first be known. */
export function firstLook({ horizon, venue }: Due): Date {
  return new Date(horizon.getTime() + VENUES[venue].delayMs + SETTLING_MS);
}

/** When to look again after a look that found nothing: soon at first, then hourly. */
export function nextLook({ horizon }: Pick<Due, 'horizon'>, now: Date): Date {
  const waited = (now.getTime() - horizon.getTime()) / 4;
  return new Date(now.getTime() + Math.min(Math.max(waited, MINUTE_MS), LONGEST_PAUSE_MS));
}

export function isLost({ horizon }: Pick<Due, 'horizon'>, now: Date): boolean {
  return exchangeDate(now) >= tradingDaysAfter(exchangeDate(horizon), DAYS_TO_WAIT);
}
