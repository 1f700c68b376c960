import { exchangeDate, sessionHours, tradingDaysAfter } from '../calendar/market-calendar.ts';
import { newYorkClock } from '../calendar/new-york-time.ts';
import type { Order, TimeInForce } from '../order/order.ts';

/** What a venue takes of durations; exits stand until canceled wherever it lets them. */
export interface DurationRules {
  readonly mixedDurations: boolean;
  readonly standingExits: boolean;
}

/** So long before the open, exits that ended with their session are placed again. */
const BEFORE_OPEN_MS = 10 * 60_000;

/** For how long exits stand that go out by themselves. */
export function exitDuration({ standingExits }: DurationRules): TimeInForce {
  return standingExits ? 'GTC' : 'DAY';
}

/** For how long exits stand that go out with their entry; null where the venue takes no such pair. */
export function exitDurationWith(entry: TimeInForce, rules: DurationRules): TimeInForce | null {
  const wanted = exitDuration(rules);
  if (wanted === entry || rules.mixedDurations) return wanted;
  return entry === 'DAY' ? 'DAY' : null;
}

/**
 * When exits that ended with their session go out again: before the next open, never into a closed
 * market, where a venue judges a stop by quotes that nobody stands for. Null where nothing is to be
 * waited for; also in the session itself, for exits that ended unnoticed go out at once.
 */
export function exitsReturnAt(orders: readonly Order[], now: Date): Date | null {
  if (orders.findLast(isRestingExit)?.status !== 'EXPIRED') return null;
  const today = sessionHours(exchangeDate(now));
  const hours = today && now < today.close ? today : sessionHours(nextTradingDay(now));
  const back = hours && new Date(hours.open.getTime() - BEFORE_OPEN_MS);
  return back && back > now ? back : null;
}

/** `2026-03-11 at 09:20 in New York`. */
export function describeReturn(at: Date): string {
  return `${exchangeDate(at)} at ${newYorkClock(at)} in New York`;
}

/** A refusal outside the session speaks of its quotes: it does not count once the market is open. */
export function refusalStillCounts({ updatedAt }: Order, now: Date): boolean {
  return isRegular(updatedAt) || !isRegular(now);
}

/** A stop or a target that waits for its price, not a close that the desk sent in its name. */
export function isRestingExit({ role, type }: Order): boolean {
  return (role === 'STOP_LOSS' || role === 'TAKE_PROFIT') && type !== 'MARKET';
}

function isRegular(at: Date): boolean {
  const hours = sessionHours(exchangeDate(at));
  return hours !== null && at >= hours.open && at < hours.close;
}

function nextTradingDay(now: Date): string {
  return tradingDaysAfter(exchangeDate(now), 1);
}
