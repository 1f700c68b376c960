import { isCalendarDate } from '../calendar/calendar-date.ts';
import { exchangeDate, sessionHours } from '../calendar/market-calendar.ts';
import { badInput } from '../refusal.ts';
import type { ForecastInput, ForecastSubject } from './forecast-input.ts';
import type { Claim, ForecastClaim } from './forecast.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The soonest horizon: before that, the minute that decides may have begun. */
const SOONEST_MS = 2 * MINUTE_MS;
/** How far ahead a horizon may lie: sources keep minutes of listed prices for 20 days, the desk watches no mint longer than a day. */
const LONGEST = {
  close: { ms: 366 * DAY_MS, words: '366 days' },
  listed: { ms: 14 * DAY_MS, words: '14 days' },
  token: { ms: 23 * HOUR_MS, words: '23 hours' },
} as const;

export interface ForecastMoment {
  readonly now: Date;
  /** Whether the venue gives prices at any hour. */
  readonly alwaysOpen: boolean;
}

/** The close that decides, and when. @throws {Refusal} BAD_USER_INPUT */
export function closing(
  input: ForecastInput,
  { assetClass }: ForecastSubject,
  { now }: ForecastMoment,
): Pick<Claim, 'closeOn' | 'horizon'> {
  absent('input.horizon', input.horizon, 'AT_CLOSE');
  if (assetClass !== 'EQUITY')
    throw badInput('input.claim', 'Only shares and funds have an official close.');
  const closeOn = input.closeOn ?? null;
  if (closeOn === null || !isCalendarDate(closeOn))
    throw badInput('input.closeOn', 'AT_CLOSE names an exchange date.');
  const hours = sessionHours(closeOn);
  if (!hours) throw badInput('input.closeOn', `The exchange is closed on ${closeOn}.`);
  checkAhead('input.closeOn', hours.close, now, LONGEST.close);
  return { closeOn, horizon: hours.close };
}

/** The last instant that counts. @throws {Refusal} BAD_USER_INPUT */
export function horizonOf(
  { horizon, claim }: ForecastInput,
  { assetClass, lastTrading }: ForecastSubject,
  { now, alwaysOpen }: ForecastMoment,
): Date {
  if (horizon == null) throw badInput('input.horizon', `${claim} names a horizon.`);
  checkAhead('input.horizon', horizon, now, LONGEST[assetClass === 'TOKEN' ? 'token' : 'listed']);
  if (lastTrading && horizon > lastTrading)
    throw badInput('input.horizon', `It trades until ${lastTrading.toISOString()}.`);
  if (claim === 'AT_INSTANT' && !alwaysOpen && !isInSession(horizon))
    throw badInput(
      'input.horizon',
      'The instant lies outside regular hours, where no price is known.',
    );
  return horizon;
}

function isInSession(instant: Date): boolean {
  const hours = sessionHours(exchangeDate(instant));
  return hours !== null && instant > hours.open && instant <= hours.close;
}

function checkAhead(
  field: string,
  horizon: Date,
  now: Date,
  { ms, words }: { readonly ms: number; readonly words: string },
): void {
  const ahead = horizon.getTime() - now.getTime();
  if (ahead < SOONEST_MS) throw badInput(field, 'It lies at least two minutes ahead.');
  if (ahead > ms) throw badInput(field, `It lies at most ${words} ahead.`);
}

/** Refuses a field that a claim does not take. @throws {Refusal} BAD_USER_INPUT */
export function absent(field: string, value: unknown, claim: ForecastClaim): void {
  if (value != null) throw badInput(field, `${claim} has none.`);
}
