import { addDays, weekdayOf } from '../../domain/calendar/calendar-date.ts';
import {
  exchangeDate,
  expiryInstant,
  isTradingDay,
  tradingDaysAfter,
} from '../../domain/calendar/market-calendar.ts';

const FRIDAY = 5;
const DAILY_FOR = 3;
const WEEKLY_FOR_DAYS = 28;
const MONTHLY_FOR_DAYS = 160;
const KEPT_LISTINGS = 100;

const listings = new Map<string, readonly string[]>();

/**
 * The expiration dates of an underlying's options, soonest first: every Friday of the next four weeks and the
 * third Fridays of about six months, the Thursday when the exchange is closed, and for some the next trading
 * days. A listed date stays listed until it expires.
 */
export function listedExpirations(now: Date, daily: boolean): readonly string[] {
  const today = exchangeDate(now);
  const key = `${today} ${daily}`;
  let dates = listings.get(key);
  if (!dates) {
    dates = listingOf(today, daily);
    if (listings.size >= KEPT_LISTINGS) listings.clear();
    listings.set(key, dates);
  }
  return dates.filter((date) => expiryInstant(date) > now);
}

function listingOf(today: string, daily: boolean): readonly string[] {
  const dates = new Set<string>();
  for (let day = 0; day <= MONTHLY_FOR_DAYS + FRIDAY; day++) {
    const date = addDays(today, day);
    if (weekdayOf(date) !== FRIDAY) continue;
    if (day <= WEEKLY_FOR_DAYS || isThirdWeek(date)) dates.add(sessionOnOrBefore(date));
  }
  for (let n = 0; daily && n <= DAILY_FOR; n++) {
    dates.add(n === 0 ? sessionOnOrBefore(today) : tradingDaysAfter(today, n));
  }
  return [...dates].sort();
}

function isThirdWeek(friday: string): boolean {
  const day = Number(friday.slice(8));
  return day >= 15 && day <= 21;
}

function sessionOnOrBefore(date: string): string {
  return isTradingDay(date) ? date : tradingDaysAfter(date, -1);
}
