import { exchangeDate, sessionHours, tradingDaysAfter } from '../calendar/market-calendar.ts';
import { newYorkClock } from '../calendar/new-york-time.ts';
import type { Order, TimeInForce } from '../order/order.ts';

/** The order durations that a venue takes. Exits are GTC wherever it allows that. */
export interface DurationRules {
  readonly mixedDurations: boolean;
  readonly standingExits: boolean;
}

/** Exits that ended with their session go out again this long before the open. */
const BEFORE_OPEN_MS = 10 * 60_000;

/** The duration of exits that are sent without an entry. */
export function exitDuration({ standingExits }: DurationRules): TimeInForce {
  return standingExits ? 'GTC' : 'DAY';
}

/** The duration of exits that are sent with their entry; null when the venue takes no such combination. */
export function exitDurationWith(entry: TimeInForce, rules: DurationRules): TimeInForce | null {
  const wanted = exitDuration(rules);
  if (wanted === entry || rules.mixedDurations) return wanted;
  return entry === 'DAY' ? 'DAY' : null;
}

/**
 * When exits that ended with their session go out again: shortly before the next open. In a closed market a
 * venue would judge a stop by quotes at which no order would fill. Null when there is nothing to wait for, and
 * within the session: exits that ended unnoticed go out at once.
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

/** A refusal outside the session may be due to the quotes then: it does not count once the market is open. */
export function refusalStillCounts({ updatedAt }: Order, now: Date): boolean {
  return isRegular(updatedAt) || !isRegular(now);
}

/**
 * A stop or target that waits for its price, not a market close or a swap that the desk sent in that role: a
 * swap happens at once or fails.
 */
export function isRestingExit({
  role,
  type,
  slippagePct,
}: Pick<Order, 'role' | 'type' | 'slippagePct'>): boolean {
  const exit = role === 'STOP_LOSS' || role === 'TAKE_PROFIT';
  return exit && type !== 'MARKET' && slippagePct === null;
}

function isRegular(at: Date): boolean {
  const hours = sessionHours(exchangeDate(at));
  return hours !== null && at >= hours.open && at < hours.close;
}

function nextTradingDay(now: Date): string {
  return tradingDaysAfter(exchangeDate(now), 1);
}
